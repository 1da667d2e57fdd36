import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';

interface Violation {
	id: string;
	impact: string;
	nodes: Array<{ html: string }>;
}

/** The serious and critical accessibility faults that axe-core finds in a page as it is shown now. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
	await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
	return await page.evaluate(async () => {
		const { axe } = window as unknown as {
			axe: { run: () => Promise<{ violations: Violation[] }> };
		};
		const { violations } = await axe.run();
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
	});
}
