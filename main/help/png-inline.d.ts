/** A picture that Vite writes into the bundle as a `data:` URL. */
declare module '*.png?inline' {
  const url: string;
  export { url as default };
}
