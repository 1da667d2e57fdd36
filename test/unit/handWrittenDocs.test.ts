import { readFileSync } from 'node:fs';

import { customRegion, regionOptions } from '../../credentials/endpoints';
import { TencentCosApi } from '../../credentials/TencentCosApi.credentials';
import { fileControls } from '../../nodes/TencentChatDesk/messages/fileSource';
import { TencentChatDeskApi } from '../../credentials/TencentChatDeskApi.credentials';
import { inProject } from '../harness/project';
import { apiOperation } from '../support/operation';
import { defaultBehaviour, type Fault, type FaultKind } from '../../simulator';
import { defaultCallbackSettings } from '../../simulator/callbacks/settings';
import { documentedReadings } from '../../simulator/readings';
import { isProcessed } from '../../simulator/faults';

const page = (name: string) => readFileSync(inProject('docs', name), 'utf8');

/** The cells of a line of a table. */
const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

const rowsOf = (text: string) =>
	text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.map(cellsOf);

describe('the page on files', () => {
	it('explains every field of the form', () => {
		const fields = new TencentCosApi().properties.map(({ displayName }) => displayName);
		const rows = rowsOf(page('files.md')).map(([first]) => first);
		expect(rows).toEqual(expect.arrayContaining(fields));
	});

	it('explains every kind of link', () => {
		const { options = [] } = fileControls.find(({ name }) => name === 'fileLink')!;
		const kinds = options.map((option) => option.name);
		expect(kinds).toHaveLength(3);
		const rows = rowsOf(page('files.md')).map(([first]) => first);
		expect(rows).toEqual(expect.arrayContaining(kinds));
	});
});

describe('the page on credentials', () => {
	const rows = rowsOf(page('credentials.md'));

	it('explains every field of the form', () => {
		const fields = new TencentChatDeskApi().properties.map(({ displayName }) => displayName);
		expect(rows.map(([first]) => first)).toEqual(expect.arrayContaining(fields));
	});

	it('names the host of every region', () => {
		const hosts = regionOptions
			.filter(({ value }) => value !== customRegion)
			.map(({ name, description }) => [name, `\`${description}\``]);
		expect(rows).toEqual(expect.arrayContaining(hosts));
	});
});

describe('the page on the simulator', () => {
	const text = page('simulator.md');

	it('names every switch', () => {
		const missing = Object.keys(defaultBehaviour()).filter((name) => !text.includes(`\`${name}\``));
		expect(missing).toEqual([]);
	});

	it('says how each open question starts', () => {
		const { signsAll: _setting, ...documented } = documentedReadings();
		const shown = rowsOf(text).flatMap(([names = '', values = '']) =>
			names.split(', ').map((name, index) => [name, values.split(', ')[index]]),
		);
		const starts = Object.entries(documented)
			.filter(([name]) => name !== 'duplicateErrorCode')
			.map(([name, value]) => [`\`${name}\``, `\`${JSON.stringify(value)}\``]);
		expect(shown).toEqual(expect.arrayContaining(starts));
	});

	it('names every setting of the callbacks', () => {
		const settings = Object.keys(defaultCallbackSettings());
		expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
	});

	const faults: Record<FaultKind, Fault> = {
		reset: { kind: 'reset' },
		loseResponse: { kind: 'loseResponse' },
		status502: { kind: 'status502' },
		slow: { kind: 'slow', factor: 2 },
		delay: { kind: 'delay', ms: 1 },
		part: { kind: 'part', field: 'FailAccounts', entry: 'eve' },
		garbage: { kind: 'garbage' },
		truncated: { kind: 'truncated' },
		errorCode: { kind: 'errorCode', code: 1 },
		drip: { kind: 'drip' },
		huge: { kind: 'huge' },
		gzipBomb: { kind: 'gzipBomb' },
		redirect: { kind: 'redirect', to: '' },
		hang: { kind: 'hang' },
	};

	it.each(Object.values(faults))('says of $kind whether the call is carried out', (fault) => {
		const row = rowsOf(text).find(([kind]) => kind === `\`${fault.kind}\``);
		// A delay comes before the call takes effect; no other fault lets it take effect later.
		const carriedOut = isProcessed(fault) || fault.kind === 'delay';
		expect(row?.at(-1)).toMatch(carriedOut ? /^yes/ : /^no$/);
	});
});

describe('the page on delivery', () => {
	it('promises Contact User the pace that it has', () => {
		const { rateLimit } = apiOperation('session', 'contactUser');
		const row = rowsOf(page('delivery.md')).find(([what]) => what?.includes('Contact User, which'));
		expect(row?.at(-1)).toBe(String(rateLimit.default));
	});
});
