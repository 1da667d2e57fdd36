import { readFileSync } from 'node:fs';

import { inProject } from '../harness/project';
import { apiOperation } from '../support/operation';

const page = (name: string) => readFileSync(inProject('docs', name), 'utf8');

/** What was said wrongly or not at all, and decides what a reader plans. */
describe('what Tencent allows and does, in words', () => {
	it('a trial plan allows 1,000 messages a day (product/269/2282)', () => {
		expect(page('good-to-know.md')).toMatch(/^\| More than 1,000 messages a day +\| A paid/m);
		expect(page('operating-at-scale.md')).toContain('allows 1,000 messages a day');
	});

	it('locking a seat removes who sits there, whatever is locked (document/60716)', () => {
		const { description } = apiOperation('seat', 'lock');
		expect(description).toMatch(/sits there is sent back .* whatever is locked/);
		expect(description).not.toMatch(/leave first/);
	});

	it('the Push service can take pushes back, and says for how long (document/60571)', () => {
		expect(page('operating-at-scale.md')).toMatch(/pushes of the Push service can be revoked/);
		expect(apiOperation('push', 'revoke').description).toMatch(/24 hours/);
	});
});
