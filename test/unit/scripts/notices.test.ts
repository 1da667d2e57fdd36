import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { problemsWithNotices } from '../../../scripts/scan/notices';

const code =
	'"use strict";\n// node_modules/left/lib/index.js\nvar left = 1;\n// node_modules/@a/right/x.js\n';

describe('the licences of what is bundled', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'notices-'));
		mkdirSync(join(folder, 'dist'));
		writeFileSync(join(folder, 'dist', 'bundle.js'), code);
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const problems = (notices?: string) => {
		if (notices !== undefined) {
			writeFileSync(join(folder, 'dist', 'THIRD_PARTY_NOTICES.txt'), notices);
		}
		return problemsWithNotices({ folder, files: ['dist/bundle.js'] });
	};

	it('are in order when each package has its notice', () => {
		expect(problems('left 1.0.0 (MIT)\n...\n@a/right 2.0.0 (ISC)\n')).toEqual([]);
	});

	it('are not when a package has none, or nothing has', () => {
		expect(problems('left 1.0.0 (MIT)\n')).toEqual([expect.stringContaining('@a/right')]);
		rmSync(join(folder, 'dist', 'THIRD_PARTY_NOTICES.txt'));
		expect(problems()).toHaveLength(2);
	});

	it('are not when a licence asks for more than its notice', () => {
		expect(problems('left 1.0.0 (GPL-3.0)\n@a/right 2.0.0 (ISC)\n')).toEqual([
			expect.stringContaining('GPL-3.0'),
		]);
	});
});
