import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';

/** A control of "Offline Push", and the field of `OfflinePushInfo` that it fills. */
export interface PushControl {
	/** The objects that lead to the field, and the field. */
	path: readonly string[];
	property: INodeProperties;
	read(fields: Fields, name: string, label: string): unknown;
}

/** How errors call a control of "Offline Push". */
export const pushLabel = (displayName: string) => `Offline Push: ${displayName}`;

/** What the panel says of a control: label, name, and what it does. */
type Words = [displayName: string, name: string, description: string];

/** Makers of controls whose fields stand in one object of `OfflinePushInfo`. */
export class Section {
	private readonly objects: readonly string[];

	/** @param objects that lead to the section; none for `OfflinePushInfo` itself */
	constructor(...objects: string[]) {
		this.objects = objects;
	}

	text(field: string, words: Words, placeholder: string): PushControl {
		return this.control(
			field,
			words,
			{ type: 'string', default: '', placeholder },
			(fields, name, label) => fields.optionalText(name, label),
		);
	}

	/** @param without the value of a switch that is off; the field is left out without one */
	flag(field: string, words: Words, without?: 0): PushControl {
		return this.control(
			field,
			words,
			{ type: 'boolean', default: false },
			(fields, name, label) => {
				const value = fields.optionalFlag(name, label);
				return value === 0 ? without : value;
			},
		);
	}

	choice<T extends string | number>(
		field: string,
		words: Words,
		choices: Array<{ name: string; value: T; description?: string }>,
		otherwise: T,
	): PushControl {
		const values = choices.map(({ value }) => value);
		return this.control(
			field,
			words,
			{ type: 'options', options: choices, default: otherwise },
			(fields, name, label) => fields.optionalChoice(name, label, values),
		);
	}

	/** A whole number from 1 on; the editor shows 0 for one that was added and left alone. */
	count(field: string, words: Words, max?: number): PushControl {
		return this.control(
			field,
			words,
			{
				type: 'number',
				default: 0,
				typeOptions: {
					minValue: 0,
					...(max === undefined ? {} : { maxValue: max }),
					numberPrecision: 0,
				},
			},
			(fields, name, label) => fields.optionalInteger(name, label, { min: 0, max }) || undefined,
		);
	}

	json(field: string, words: Words, placeholder: string): PushControl {
		return this.control(
			field,
			words,
			{ type: 'json', default: '{}', placeholder },
			(fields, name, label) => {
				const value = fields.optionalJsonObject(name, label) ?? {};
				return Object.keys(value).length > 0 ? value : undefined;
			},
		);
	}

	control(
		field: string,
		[displayName, name, description]: Words,
		property: Omit<INodeProperties, 'displayName' | 'name' | 'description'>,
		read: PushControl['read'],
	): PushControl {
		return {
			path: [...this.objects, field],
			property: { displayName, name, ...property, description },
			read,
		};
	}
}

/** The section of Android phones, of which each vendor has some fields. */
export const android = new Section('AndroidInfo');
