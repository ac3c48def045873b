// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Rich } from '../../../../renderer/text/Rich.tsx';

it('a name can’t put markup into a sentence', () => {
  const { container } = render(
    <Rich
      of="devices.refusal.not-allowed-by-admin"
      params={{ action: 'Lock', tenant: '<b>Evil</b> & <img src=x>' }}
    />,
  );
  expect([...container.querySelectorAll('b')].map((bold) => bold.textContent)).toEqual(['Lock']);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe(
    'Lock is turned off by <b>Evil</b> & <img src=x>. Ask the service desk if you need it.',
  );
});
