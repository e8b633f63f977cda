/** The library ships types for its class only. */
declare module 'date-holidays/data' {
  export const data: { readonly version: string };
}
