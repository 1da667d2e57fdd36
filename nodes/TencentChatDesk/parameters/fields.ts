import type { IDataObject } from 'n8n-workflow';
import { type AttachedFile, type FileLink, type ItemFiles, noFiles } from './attachedFile';
import { InvalidParameter } from './invalidParameter';
import { insteadOfAddress, isWebAddress, uploadFirst } from './fileAddress';
import { checkId, type IdKind, listedIn } from './ids';
import { inexactIn, isObject, objectOf, parseGiven, parseReceived } from './json';
import { isTooDeep, toJsonValue } from './toJsonValue';
import { dayOf, secondsOf, type Day } from './time';

const noValue =
	"Its expression gives no value for this item. Check that the field exists in the item; to leave an optional parameter out, write ?? '' behind the expression.";

/** The editor keeps a picker that is added and left alone without the mark of one. */
const isUntouchedPicker = ({ mode, value, ...rest }: IDataObject) =>
	(mode === 'list' || mode === 'id') && value === '' && Object.keys(rest).length === 0;

/** A resource locator, or the plain value that an expression put in its place. */
function unwrapped(value: unknown): unknown {
	if (!isObject(value)) return value;
	return value.__rl === true || isUntouchedPicker(value) ? value.value : value;
}

function failedExpression(label: string, error: unknown): InvalidParameter {
	const reason = error instanceof Error ? error.message : 'unknown reason';
	return new InvalidParameter(
		`The expression of '${label}' fails: ${reason}`,
		'Open the expression in the editor and check it with the data of this item.',
	);
}

interface Range {
	min?: number;
	max?: number;
}

/** How an ID is read. */
interface IdRules {
	/** What it names; an account when left out. */
	kind?: IdKind;
	/** What to use for several IDs, as a sentence. */
	many?: string;
	/** What else to know where it is missing, as a sentence. */
	missing?: string;
}

/** How a list of IDs is read. */
interface ListRules {
	/** What they name; accounts when left out. */
	kind?: IdKind;
	max?: number;
}

/** Digits, decimals and an exponent: what `Number` takes beyond that is no way to write a number. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number that was given as a text, as tables and models write it. */
function numberIn(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	const text = value.trim();
	return decimal.test(text) ? Number(text) : value;
}

/** Half a character in JSON, as an escape. */
const halfEscape = /\\u[dD][89a-fA-F]/;

const sameWord = (one: unknown, other: unknown) =>
	String(one).toLowerCase() === String(other).toLowerCase();

/** The choice that a value names, in any case where that leaves no doubt. */
function choiceIn<T extends string | number>(value: unknown, choices: readonly T[]): T | undefined {
	if (typeof value === 'object') return undefined;
	const text = String(value).trim();
	const exact = choices.find((choice) => String(choice) === text);
	if (exact !== undefined) return exact;
	const similar = choices.filter((choice) => sameWord(choice, text));
	return similar.length === 1 ? similar[0] : undefined;
}

/**
 * The parameters of one item, read and checked by type. Every reader names the parameter by the
 * label that the panel shows, and throws InvalidParameter. An empty text counts as "not given"; a value
 * that is `undefined` is refused, for it is an expression that missed its field.
 */
export class Fields {
	/**
	 * @param read gives the raw value of a parameter; each is asked for once
	 * @param zone IANA name of the time zone of the workflow
	 * @param files that the item brings; what they hold is not read here
	 */
	constructor(
		private readonly read: (name: string) => unknown,
		private readonly zone = 'UTC',
		private readonly files: ItemFiles = noFiles,
	) {}

	/** A collection as fields of its own: absent entries read as not given. */
	collection(name: string, label: string): Fields {
		const value = this.raw(name, label) ?? '';
		if (!isObject(value) && value !== '' && !(Array.isArray(value) && value.length === 0)) {
			throw new InvalidParameter(
				`'${label}' does not hold fields`,
				'It holds a text or a list in their place. Fill its fields in one by one.',
			);
		}
		const entries = objectOf(value);
		return new Fields(
			(entry) => (Object.hasOwn(entries, entry) ? entries[entry] : ''),
			this.zone,
			this.files,
		);
	}

	/** The rows of a group in a fixed collection, each as fields of its own. */
	rows(name: string, group: string, label: string): Fields[] {
		const inside = this.collection(name, label);
		const given = inside.raw(group, label) ?? '';
		const rows = typeof given === 'string' ? inside.optionalJson(group, label) : given;
		const list: unknown[] = Array.isArray(rows) ? rows : rows === undefined ? [] : [rows];
		return list.map((row) => new Fields(() => row, this.zone, this.files).collection('', label));
	}

	private raw(name: string, label: string): unknown {
		try {
			return this.read(name);
		} catch (error) {
			throw failedExpression(label, error);
		}
	}

	private given(name: string, label: string, more?: string): unknown {
		const raw = unwrapped(this.raw(name, label));
		if (raw === undefined || (typeof raw === 'number' && Number.isNaN(raw))) {
			throw new InvalidParameter(
				`'${label}' is undefined`,
				more === undefined ? noValue : `${noValue} ${more}`,
			);
		}
		const value = toJsonValue(raw);
		if (value === undefined) {
			throw new InvalidParameter(
				`'${label}' holds what JSON cannot hold`,
				'It is an invalid date, or an object that contains itself or too many levels. Pick one field of it.',
			);
		}
		return value === null || value === '' ? undefined : value;
	}

	private required<T>(value: T | undefined, label: string, more?: string): T {
		if (value !== undefined) return value;
		const advice =
			'Enter a value. If an expression fills it in, check what it gives for this item.';
		throw new InvalidParameter(
			`'${label}' is empty`,
			more === undefined ? advice : `${advice} ${more}`,
		);
	}

	optionalText(name: string, label: string): string | undefined {
		const value = this.given(name, label);
		if (value === undefined || typeof value === 'string') return value;
		if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
			throw new InvalidParameter(
				`'${label}' is ${value}`,
				'Check the calculation in its expression: it may divide by zero.',
			);
		}
		if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
			return String(value);
		}
		throw new InvalidParameter(
			`'${label}' is not a text`,
			'It holds an object, a list or a function. Pick one field of it, or turn it into a text with JSON.stringify().',
		);
	}

	text(name: string, label: string): string {
		return this.required(this.optionalText(name, label), label);
	}

	/** The web address of a file. Who gives the file itself learns how to come by an address. */
	optionalFileAddress(name: string, label: string): string | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const text = typeof value === 'string' ? value.trim() : undefined;
		if (text !== undefined && isWebAddress(text)) return text;
		throw new InvalidParameter(
			`'${label}' ${insteadOfAddress(value, this.files.names)}`,
			uploadFirst(this.files.names),
		);
	}

	fileAddress(name: string, label: string): string {
		const address = this.optionalFileAddress(name, label);
		if (address !== undefined || this.files.names.length === 0)
			return this.required(address, label);
		throw new InvalidParameter(
			`'${label}' is empty, and the item brings a file`,
			uploadFirst(this.files.names),
		);
	}

	/** A file of the item, by the name of its property; undefined where none is named. */
	optionalFile(name: string, label: string, link: FileLink): AttachedFile | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		return this.files.attach(typeof value === 'string' ? value.trim() : value, label, link);
	}

	file(name: string, label: string, link: FileLink): AttachedFile {
		return this.required(this.optionalFile(name, label, link), label);
	}

	/**
	 * An ID. A number (a CRM's 12345) becomes a text, since the API refuses numbers (60015). White
	 * space around it is taken off, that of other scripts and a byte order mark included: no ID has
	 * any, so that it means the same one. What `checkId` refuses inside is refused.
	 */
	optionalId(name: string, label: string, rules: IdRules = {}): string | undefined {
		const { kind = 'account', many, missing } = rules;
		const value = this.given(name, label, missing);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && !Number.isSafeInteger(value)) {
			throw new InvalidParameter(
				`'${label}' is not a whole number that is exact`,
				'IDs this large lose digits as numbers. Pass the ID as a text.',
			);
		}
		if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
			throw new InvalidParameter(`'${label}' is not an ID`, 'Give a text or a number.');
		}
		const id = String(value).trim();
		return id === '' ? undefined : checkId(id, label, kind, many);
	}

	id(name: string, label: string, rules: IdRules = {}): string {
		return this.required(this.optionalId(name, label, rules), label, rules.missing);
	}

	/**
	 * IDs: a list, a JSON list, or a text that `listedIn` takes apart. Doubles and gaps are left out,
	 * and each is read like an ID of its own.
	 */
	optionalIds(
		name: string,
		label: string,
		{ kind = 'account', max }: ListRules = {},
	): string[] | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const parts = this.partsOf(value, label, (text) => listedIn(text, label, kind)).map((part) =>
			new Fields(() => part).optionalId('', label, { kind }),
		);
		const ids = [...new Set(parts.filter((id) => id !== undefined))];
		if (max !== undefined && ids.length > max) {
			throw new InvalidParameter(
				`'${label}' holds ${ids.length} entries, more than the ${max} that Tencent takes`,
				'Split the list over several items, for example with the node Loop Over Items.',
			);
		}
		return ids.length > 0 ? ids : undefined;
	}

	/** The parts of a list, of a JSON list, or of a text. Numbers in JSON keep all their digits. */
	private partsOf(value: unknown, label: string, split: (text: string) => unknown[]): unknown[] {
		if (Array.isArray(value)) return value;
		if (typeof value !== 'string') return [value];
		if (!value.trim().startsWith('[')) return split(value);
		return [this.jsonOf(value, label, parseReceived(value))].flat();
	}

	ids(name: string, label: string, rules?: ListRules): string[] {
		return this.required(this.optionalIds(name, label, rules), label);
	}

	/** Several texts: a list or a JSON list, or one text alone. Empty ones are left out. */
	optionalTexts(name: string, label: string): string[] | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const parts = this.partsOf(value, label, (text) => [text]);
		const texts = parts.map((part) => new Fields(() => part).optionalText('', label) ?? '');
		const given = texts.filter((text) => text !== '');
		return given.length > 0 ? given : undefined;
	}

	/** The entries of a list or a JSON list, or the lines of a text, as they are. */
	optionalEntries(name: string, label: string): unknown[] | undefined {
		const value = this.given(name, label);
		return value === undefined
			? undefined
			: this.partsOf(value, label, (text) => text.split(/\r?\n/));
	}

	/** A moment, in seconds since the epoch; a date without a zone is one of the workflow's zone. */
	optionalSeconds(name: string, label: string): number | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const seconds = secondsOf(value, this.zone, label);
		if (seconds !== undefined) return seconds;
		throw new InvalidParameter(
			`'${label}' is not a date and time`,
			'Enter a date such as 2025-04-01T12:00:00Z, with a day that exists and the year in front, or seconds since 1970.',
		);
	}

	seconds(name: string, label: string): number {
		return this.required(this.optionalSeconds(name, label), label);
	}

	/** The day of a moment, in the workflow's zone. */
	day(name: string, label: string): Day {
		return dayOf(this.seconds(name, label), this.zone, label);
	}

	optionalInteger(name: string, label: string, { min, max }: Range = {}): number | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const number = numberIn(value);
		if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
			throw new InvalidParameter(
				`'${label}' is not a whole number`,
				'Enter digits only, such as 60.',
			);
		}
		if ((min !== undefined && number < min) || (max !== undefined && number > max)) {
			throw new InvalidParameter(
				`'${label}' is ${number}, out of its range`,
				max === undefined ? `Enter ${min} or more.` : `Enter a number from ${min ?? 0} to ${max}.`,
			);
		}
		return number;
	}

	integer(name: string, label: string, range?: Range): number {
		return this.required(this.optionalInteger(name, label, range), label);
	}

	/** A number that may have decimals, such as a latitude. */
	optionalNumber(name: string, label: string, { min, max }: Required<Range>): number | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const number = numberIn(value);
		if (typeof number !== 'number' || !Number.isFinite(number)) {
			throw new InvalidParameter(
				`'${label}' is not a number`,
				'Enter a number such as 22.54, with a point before the decimals.',
			);
		}
		if (number < min || number > max) {
			throw new InvalidParameter(
				`'${label}' is ${number}, out of its range`,
				`Enter a number from ${min} to ${max}.`,
			);
		}
		return number;
	}

	number(name: string, label: string, range: Required<Range>): number {
		return this.required(this.optionalNumber(name, label, range), label);
	}

	/** Yes or no; as a text in any case, since tables write TRUE and programs True. */
	optionalBoolean(name: string, label: string): boolean | undefined {
		const value = this.given(name, label);
		if (value === undefined || typeof value === 'boolean') return value;
		const text = typeof value === 'string' ? value.trim().toLowerCase() : value;
		if (text === 'true' || text === 1 || text === '1') return true;
		if (text === 'false' || text === 0 || text === '0') return false;
		throw new InvalidParameter(`'${label}' is neither true nor false`, 'Give true or false.');
	}

	/** A yes or no that the API counts as 1 and 0. */
	optionalFlag(name: string, label: string): 0 | 1 | undefined {
		const value = this.optionalBoolean(name, label);
		return value === undefined ? undefined : value ? 1 : 0;
	}

	/**
	 * One of the values that a picker offers; numbers given as text are taken as numbers, and words
	 * in any case.
	 */
	optionalChoice<T extends string | number>(
		name: string,
		label: string,
		choices: readonly T[],
	): T | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const choice = choiceIn(value, choices);
		if (choice !== undefined) return choice;
		throw new InvalidParameter(
			`'${label}' is not one of its choices`,
			`Use one of: ${choices.join(', ')}.`,
		);
	}

	choice<T extends string | number>(name: string, label: string, choices: readonly T[]): T {
		return this.required(this.optionalChoice(name, label, choices), label);
	}

	/** Several of the values that a picker offers: a list, a JSON list, or a text like one of IDs. */
	optionalChoices<T extends string>(
		name: string,
		label: string,
		choices: readonly T[],
	): T[] | undefined {
		const value = this.given(name, label);
		if (value === undefined) return undefined;
		const parts = this.partsOf(value, label, (text) => listedIn(text, label, 'word'));
		const given = parts
			.filter((part) => part !== '' && part !== null)
			.map((part) => choiceIn(part, choices));
		const picked = choices.filter((choice) => given.includes(choice));
		if (given.includes(undefined)) {
			throw new InvalidParameter(
				`'${label}' holds something that is not one of its choices`,
				`Use any of: ${choices.join(', ')}.`,
			);
		}
		return picked.length > 0 ? picked : undefined;
	}

	/**
	 * JSON, given as a text or as the value itself. A whole number that JavaScript cannot hold is
	 * refused: it is an ID that would go out as another one.
	 */
	optionalJson(name: string, label: string): unknown {
		const value = this.given(name, label);
		if (typeof value !== 'string') return this.exact(value, label);
		if (value.trim() === '') return undefined;
		const { value: parsed, inexact } = parseGiven(value) ?? {};
		if (inexact !== undefined) throw this.lostDigits(inexact, label);
		return this.jsonOf(value, label, parsed);
	}

	private exact(value: unknown, label: string): unknown {
		const inexact = inexactIn(value);
		if (inexact === undefined) return value;
		throw this.lostDigits(String(inexact), label);
	}

	private lostDigits(number: string, label: string): InvalidParameter {
		const max = 40;
		return new InvalidParameter(
			`'${label}' holds the number ${number.length > max ? `${number.slice(0, max)}...` : number}, which is too large to be exact`,
			'Numbers beyond 9007199254740991 lose digits. Put it in double quotes, as IDs are written.',
		);
	}

	/** The value of a text that has to be JSON. */
	private jsonOf(text: string, label: string, value: unknown): unknown {
		if (value === undefined) {
			throw new InvalidParameter(
				`'${label}' is not valid JSON`,
				'Check quotes, commas and brackets; names and texts are in double quotes. A text that an expression puts in brings its own with {{ $json.text.toJsonString() }} or JSON.stringify(), without quotes around the expression.',
			);
		}
		if (!isTooDeep(value)) return halfEscape.test(text) ? toJsonValue(value) : value;
		throw new InvalidParameter(
			`'${label}' has too many levels`,
			'Write it with fewer brackets inside each other.',
		);
	}

	optionalJsonObject(name: string, label: string): IDataObject | undefined {
		const value = this.optionalJson(name, label);
		if (value === undefined || isObject(value)) return value;
		throw new InvalidParameter(`'${label}' is not a JSON object`, 'Write names and values in { }.');
	}

	/** A text that goes out as it stands; an object given instead of one becomes its JSON. */
	textOrJson(name: string, label: string): string {
		return this.optionalTextOrJson(name, label) ?? this.text(name, label);
	}

	optionalTextOrJson(name: string, label: string): string | undefined {
		const value = this.given(name, label);
		return typeof value === 'object'
			? JSON.stringify(this.exact(value, label))
			: this.optionalText(name, label);
	}

	/** A text that the API wants to be JSON; an object given instead of one becomes its JSON. */
	optionalJsonText(name: string, label: string): string | undefined {
		const value = this.given(name, label);
		if (typeof value === 'string') this.jsonOf(value, label, parseReceived(value));
		return value === undefined ? undefined : this.textOrJson(name, label);
	}
}

/** A body without the fields that were not given. */
export function withoutAbsent(body: Record<string, unknown>): IDataObject {
	return Object.fromEntries(
		Object.entries(body).filter(([, value]) => value !== undefined),
	) as IDataObject;
}
