import { deskElement } from './desk/deskElement';
import { itemsProperty, readItems } from './desk/items';
import { inDeskOnly, shownBy } from './desk/shownBy';
import type { MessageType } from './messageType';

/** Code of a form among Desk's own messages. */
const formSource = '21';

const withOptions = 'options';
const withInput = 'input';

/** `type` on the wire. Clients disagree about every other number. */
const codes = { [withOptions]: 1, [withInput]: 0 } as const;

/** One question among the message types. */
export const form: MessageType = {
	value: 'form',
	name: 'Form',
	description: `One question, answered by a tap or in a field. ${shownBy.all}.`,
	properties: [
		{
			displayName: 'Question',
			name: 'formQuestion',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. What is your order number?',
			description: `What the customer is asked. ${shownBy.all}. ${inDeskOnly}.`,
		},
		{
			displayName: 'Answer With',
			name: 'formAnswerWith',
			type: 'options',
			options: [
				{
					name: 'Input',
					value: withInput,
					description:
						'A field to write in. Android shows a title of its own above it: send the question as a text before if that matters.',
				},
				{ name: 'Options', value: withOptions, description: 'Answers to tap' },
			],
			default: withInput,
			description: 'How the customer answers; the answer comes back as a text message',
		},
		{
			...itemsProperty('Answers', 'formOptions', 'e.g. Berlin'),
			displayOptions: { show: { formAnswerWith: [withOptions] } },
		},
	],
	elements(fields) {
		const header = fields.text('formQuestion', 'Question');
		const answer = fields.choice('formAnswerWith', 'Answer With', [withOptions, withInput]);
		const items = answer === withOptions ? readItems(fields, 'formOptions', 'Answers') : [];
		const words = [header, ...items.map(({ content }) => content)];
		return [deskElement(formSource, { type: codes[answer], header, items }, words)];
	},
};
