import { deskElement } from './desk/deskElement';
import { type Item, itemsProperty, readItems } from './desk/items';
import { inDeskOnly, shownBy } from './desk/shownBy';
import type { MessageElement, MessageType } from './messageType';

/** Code of choices among Desk's own messages. Documentation: cloud.tencent.com/document/product/269/96058. */
const choicesSource = '15';

/** Choices of Chat Desk. A tap comes back as a text message with the label of the choice. */
export const choicesElement = (header: string, items: readonly Item[], tail = ''): MessageElement =>
	deskElement(choicesSource, { header, items, tail }, [
		header,
		...items.map(({ content }) => content),
	]);

/** The choices among the message types. */
export const choices: MessageType = {
	value: 'choices',
	name: 'Choices',
	description: `Answers to tap; the customer's tap comes back as a text. ${shownBy.all}.`,
	properties: [
		{
			displayName: 'Choices Title',
			name: 'choicesTitle',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. What is it about?',
			description: `The question above the choices. ${shownBy.all}. ${inDeskOnly}.`,
		},
		itemsProperty('Choices', 'choicesItems', 'e.g. Delivery'),
		{
			displayName: 'Choices Tail',
			name: 'choicesTail',
			type: 'string',
			default: '',
			placeholder: 'e.g. Or write to us in your own words',
			description: 'A text that belongs below the choices. The official clients do not draw it.',
		},
	],
	elements: (fields) => [
		choicesElement(
			fields.text('choicesTitle', 'Choices Title'),
			readItems(fields, 'choicesItems', 'Choices'),
			fields.optionalText('choicesTail', 'Choices Tail'),
		),
	],
};
