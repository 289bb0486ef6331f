// The library ships no types: these are the parts used.
declare module 'govuk-frontend' {
  type Component = new (root: Element | null) => unknown
  export const Button: Component
  export const ErrorSummary: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
  export function createAll(component: Component): unknown[]
}
