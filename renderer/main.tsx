import './styles/fonts.css';
import './styles/tokens.css';
import './styles/reset.css';
import './styles/japanese.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from 'react-error-boundary';
import { App } from './App.tsx';
import { BrokenPage } from './frame/BrokenPage.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary FallbackComponent={BrokenPage}>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
}
