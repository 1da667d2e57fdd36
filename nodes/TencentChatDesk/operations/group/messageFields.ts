import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { maxUnsigned } from '../shared/limits';

/** Which message of the group. */
export const sequenceProperty: INodeProperties = {
	displayName: 'Message Sequence',
	name: 'msgSeq',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: maxUnsigned, numberPrecision: 0 },
	default: '',
	required: true,
	placeholder: 'e.g. 42',
	description: 'Number of the message in its group: MsgSeq of what Send Message returned',
};

const range = { min: 1, max: maxUnsigned };

export const readSequence = (fields: Fields) => fields.integer('msgSeq', 'Message Sequence', range);

/** Changes of one message go one after another. */
export const ofMessage = ({ GroupId, MsgSeq }: Body): string => JSON.stringify([GroupId, MsgSeq]);

/** Several messages of a group. */
export const sequencesProperty: INodeProperties = {
	displayName: 'Message Sequences',
	name: 'msgSeqs',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 42, 43',
	description: 'Numbers of messages in their group, at most 50. Give a list, or text with commas.',
};

export function readSequences(fields: Fields, max: number): number[] {
	const label = 'Message Sequences';
	return fields.ids('msgSeqs', label, { max }).map((word) => {
		const number = Number(word);
		if (Number.isInteger(number) && number >= range.min && number <= range.max) return number;
		throw new InvalidParameter(
			`'${label}' holds '${word.slice(0, 50)}', which is no number of a message`,
			'Enter numbers with commas between them, such as 42, 43.',
		);
	});
}
