import { deskElement } from './desk/deskElement';
import { safeMarkdown, wordsOf } from './desk/markdown';
import { inDeskOnly, shownBy } from './desk/shownBy';
import type { MessageType } from './messageType';

/** Code of rich text among Desk's own messages. Its content is the Markdown itself. */
const richTextSource = '30';

/** So many letters hold the words of a notification. */
const maxRead = 2000;

/** Rich text among the message types. */
export const richText: MessageType = {
	value: 'richText',
	name: 'Rich Text',
	description: `Markdown, as AI agents write it: bold, lists, links, pictures. ${shownBy.notMiniPrograms}.`,
	properties: [
		{
			displayName: 'Rich Text',
			name: 'richText',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			placeholder: 'e.g. Your parcel is **on its way**: [follow it](https://example.com/4711)',
			description: `Markdown that the recipient sees formatted. HTML and links to anything but web, mail and phone addresses are shown as text. ${shownBy.notMiniPrograms}. ${inDeskOnly}.`,
			builderHint: {
				propertyHint:
					'The answer of the model in Markdown. In a tool of an AI agent, this is the parameter to leave to the model.',
			},
		},
	],
	elements(fields) {
		const given = fields.text('richText', 'Rich Text');
		// A text of marks alone still needs a notification.
		const words = wordsOf(given.slice(0, maxRead)) || given;
		return [deskElement(richTextSource, safeMarkdown(given), [words])];
	},
};
