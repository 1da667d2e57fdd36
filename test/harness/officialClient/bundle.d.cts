/**
 * Tencent's own client for customers, as a script for a page: the components of
 * `@tencentcloud/tui-customer-service-plugin` with the parts of its kit that they call. See window.js
 * for what the page can do with it.
 */
export function bundleOfficialClient(): Promise<string>;
