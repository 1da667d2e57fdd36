import * as fc from 'fast-check';

import { Fields } from '../../nodes/TencentChatDesk/fields';
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
function complaintsAbout(of: PanelOfOperation, values = small): string[] {
	return ownControls(of).flatMap((control) => {
		const inspector = new Inspector();
		return values.flatMap(({ name, make }) => {
			const complaint = complaintAbout(of, control.put(control.panel, make()), inspector);
			return complaint === undefined ? [] : [`${control.key} with ${name}: ${complaint}`];
		});
	});
}

describe('a panel that is filled in well', () => {
	it.each(panels)('makes calls that Tencent understands: $key', (of) => {
		const complaints = of.controls.flatMap(({ key, panel }) => {
			const submission = submit(of.operation, panel);
			if ('refused' in submission) return [`${key}: ${submission.refused.message}`];
			return complaintAbout(of, panel) ?? [];
		});

		expect(complaints).toEqual([]);
	});
});

describe('a value that is not what is meant', () => {
	it.each(panels)('in one control is refused by its name or sent well formed: $key', (of) => {
		expect(complaintsAbout(of)).toEqual([]);
	});

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

	it('in several controls at once is no worse', () => {
		fc.assert(
			fc.property(several, ({ of, first, more }) => {
				const panel = more.reduce((values, [{ put }, value]) => put(values, value), first.panel);
				expect(complaintAbout(of, panel)).toBeUndefined();
			}),
			{ seed: 20250401, numRuns: 3000 },
		);
	});
});

describe('a value that is far too large', () => {
	it.each(panels)('is dealt with soon: $key', (of) => {
		const startedAt = performance.now();

		// Each control meets one of them: the same readers stand behind many controls.
		const complaints = ownControls(of).flatMap(({ key, panel, put }, index) => {
			const { name, make } = large[index % large.length]!;
			const complaint = complaintAbout(of, put(panel, make()));
			return complaint === undefined ? [] : [`${key} with ${name}: ${complaint}`];
		});

		expect(complaints).toEqual([]);
		expect(performance.now() - startedAt).toBeLessThan(15_000);
	});
});

describe('a fault in a reader', () => {
	const [send] = panels.filter(({ key }) => key === 'directMessage.send');
	afterEach(() => jest.restoreAllMocks());

	it('that lets objects through as texts is found', () => {
		const read = Reflect.get(Fields.prototype, 'raw') as (name: string, label: string) => unknown;
		jest.spyOn(Fields.prototype, 'optionalText').mockImplementation(function (
			this: Fields,
			name,
			label,
		) {
			return read.call(this, name, label) as string;
		});

		expect(complaintsAbout(send!)).toContainEqual(expect.stringContaining('has to be a String'));
	});

	it('that lets any number through is found', () => {
		jest.spyOn(Fields.prototype, 'optionalInteger').mockImplementation(function (
			this: Fields,
			name,
			label,
		) {
			const text = this.optionalText(name, label);
			return text === undefined ? undefined : Number(text);
		});

		expect(complaintsAbout(send!)).not.toEqual([]);
	});

	it('that throws an error of its own is found', () => {
		jest.spyOn(Fields.prototype, 'optionalId').mockImplementation(() => {
			throw new TypeError('value.trim is not a function');
		});

		expect(complaintsAbout(send!)).toContainEqual(expect.stringContaining('it throws TypeError'));
	});
});
