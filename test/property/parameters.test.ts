import * as fc from 'fast-check';

import { Fields } from '../../nodes/TencentChatDesk/parameters/fields';
import { partOf, sized } from '../support/size';
import { hostileValues, locator } from './support/hostileValues';
import { panels, type Control, type PanelOfOperation } from './support/panel';
import { Inspector, submit } from './support/submission';
import { complaintAbout } from './support/verdict';

const small = hostileValues.filter(({ isLarge }) => !isLarge);
const large = hostileValues.filter(({ isLarge }) => isLarge);

/** Options that every operation shares are tried with the first one only. */
const ownControls = (of: PanelOfOperation): Control[] =>
	of === panels[0] ? of.controls : of.controls.filter(({ isShared }) => !isShared);

/** What is wrong when each control in turn holds each of the values. */
async function complaintsAbout(of: PanelOfOperation, values = small): Promise<string[]> {
	const complaints: string[] = [];
	for (const control of ownControls(of)) {
		const inspector = new Inspector();
		for (const { name, make } of values) {
			const panel = control.put(control.panel, make());
			const complaint = await complaintAbout(of, panel, inspector);
			if (complaint !== undefined) complaints.push(`${control.key} with ${name}: ${complaint}`);
		}
	}
	return complaints;
}

describe('a panel that is filled in well', () => {
	it.each(panels)('makes calls that Tencent understands: $key', async (of) => {
		for (const { key, panel } of of.controls) {
			expect([key, submit(of.operation, panel)]).toEqual([
				key,
				expect.not.objectContaining({ refused: expect.anything() as unknown }),
			]);
			expect([key, await complaintAbout(of, panel)]).toEqual([key, undefined]);
		}
	});
});

describe('a value that is not what is meant', () => {
	// In part, each operation gets other values: none is left out for all.
	const portions = panels.map((of, index) => ({
		key: of.key,
		of,
		values: partOf([...small.slice(index % 12), ...small.slice(0, index % 12)], 24),
	}));
	it.each(portions)(
		'in one control is refused by its name or sent well formed: $key',
		async ({ of, values }) => {
			expect(await complaintsAbout(of, values)).toEqual([]);
		},
	);

	it.each(panels)('is refused when an expression missed its field: $key', (of) => {
		const accepted = ownControls(of).filter(({ isFrame, panel, put }) => {
			const submission = submit(of.operation, put(panel, undefined));
			return !isFrame && !('refused' in submission);
		});

		expect(accepted.map(({ key }) => key)).toEqual([]);
	});

	const anything = fc.oneof(
		fc.constantFrom(...small).map(({ make }) => make()),
		fc.anything({
			withBigInt: true,
			withBoxedValues: true,
			withDate: true,
			withMap: true,
			withNullPrototype: true,
			withObjectString: true,
			withSet: true,
			withSparseArray: true,
			withTypedArray: true,
		}),
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc.jsonValue(),
		fc.anything().map(locator),
	);
	const several = fc.constantFrom(...panels).chain((of) =>
		fc.record({
			of: fc.constant(of),
			first: fc.constantFrom(...of.controls),
			more: fc.array(fc.tuple(fc.constantFrom(...of.controls), anything), {
				minLength: 1,
				maxLength: 5,
			}),
		}),
	);

	it('in several controls at once is no worse', async () => {
		await fc.assert(
			fc.asyncProperty(several, async ({ of, first, more }) => {
				const panel = more.reduce((values, [{ put }, value]) => put(values, value), first.panel);
				expect(await complaintAbout(of, panel)).toBeUndefined();
			}),
			{ seed: 20250401, numRuns: sized(3000, 300) },
		);
	});
});

describe('a value that is far too large', () => {
	// A panel that takes longer than a test may is one that holds n8n up.
	it.each(partOf(panels, 6))('is dealt with: $key', async (of) => {
		const complaints: string[] = [];
		// Each control meets one of them: the same readers stand behind many controls.
		for (const [index, { key, panel, put }] of ownControls(of).entries()) {
			const { name, make } = large[index % large.length]!;
			const complaint = await complaintAbout(of, put(panel, make()));
			if (complaint !== undefined) complaints.push(`${key} with ${name}: ${complaint}`);
		}
		expect(complaints).toEqual([]);
	});
});

describe('a fault in a reader', () => {
	const [send] = panels.filter(({ key }) => key === 'directMessage.send');
	afterEach(() => jest.restoreAllMocks());

	it('that lets objects through as texts is found', async () => {
		const read = Reflect.get(Fields.prototype, 'raw') as (name: string, label: string) => unknown;
		jest.spyOn(Fields.prototype, 'optionalText').mockImplementation(function (
			this: Fields,
			name,
			label,
		) {
			return read.call(this, name, label) as string;
		});

		expect(await complaintsAbout(send!)).toContainEqual(
			expect.stringContaining('has to be a String'),
		);
	});

	it('that lets any number through is found', async () => {
		jest.spyOn(Fields.prototype, 'optionalInteger').mockImplementation(function (
			this: Fields,
			name,
			label,
		) {
			const text = this.optionalText(name, label);
			return text === undefined ? undefined : Number(text);
		});

		expect(await complaintsAbout(send!)).not.toEqual([]);
	});

	it('that throws an error of its own is found', async () => {
		jest.spyOn(Fields.prototype, 'optionalId').mockImplementation(() => {
			throw new TypeError('value.trim is not a function');
		});

		expect(await complaintsAbout(send!)).toContainEqual(
			expect.stringContaining('an error names no control: value.trim is not a function'),
		);
	});
});
