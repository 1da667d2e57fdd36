import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

import { findChromium } from '../chromium';

// The network switches keep the browser from calling its maker's servers.
const switches = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

const waitMs = 20_000;

/** A headless browser with one page, wide enough for the editor. */
export async function openBrowser(): Promise<{ browser: Browser; page: Page }> {
	const browser = await chromium.launch({ executablePath: findChromium(), args: switches });
	const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
	page.setDefaultTimeout(waitMs);
	return { browser, page };
}

/** The editor's elements carry names made for tests. */
export const named = (page: Page | Locator, name: string): Locator =>
	page.locator(`[data-test-id="${name}"]`);
