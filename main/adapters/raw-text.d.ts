// Vite gives a file's text for an address that ends in `?raw`.
declare module '*.yaml?raw' {
  const text: string;
  export { text as default };
}
