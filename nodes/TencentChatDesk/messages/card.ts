import { deskElement } from './desk/deskElement';
import { shownBy } from './desk/shownBy';
import type { MessageElement, MessageType } from './messageType';

/** Code of a card among Desk's own messages. Documentation: Desk > "Send Messages", cards. */
const cardSource = '22';

/** What a card shows. */
interface CardContent {
	header: string;
	desc?: string;
	/** Address of a picture. */
	pic?: string;
	/** Address that a click opens. */
	url?: string;
}

/** A card of Chat Desk, with all four texts, since two of the official clients fail without one. */
export function cardElement({
	header,
	desc = '',
	pic = '',
	url = '',
}: CardContent): MessageElement {
	return deskElement(cardSource, { header, desc, pic, url }, [header, desc]);
}

/** The card among the message types. */
export const card: MessageType = {
	value: 'card',
	name: 'Card',
	description: `A title, a description and a picture that open a page when clicked. ${shownBy.all}.`,
	properties: [
		{
			displayName: 'Title',
			name: 'cardTitle',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Your order is on its way',
			description: `Headline of the card. ${shownBy.all}.`,
		},
		{
			displayName: 'Description',
			name: 'cardDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. Order 4711, arriving on Friday',
			description: 'Text below the headline',
		},
		{
			displayName: 'Picture URL',
			name: 'cardPictureUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/parcel.jpg',
			description: 'Address of the picture on the card',
		},
		{
			displayName: 'Link URL',
			name: 'cardLinkUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/orders/4711',
			description:
				'Page that a click on the card opens. Without one, a click on the web opens an empty page.',
		},
	],
	elements: (fields) => [
		cardElement({
			header: fields.text('cardTitle', 'Title'),
			desc: fields.optionalText('cardDescription', 'Description'),
			pic: fields.optionalText('cardPictureUrl', 'Picture URL'),
			url: fields.optionalText('cardLinkUrl', 'Link URL'),
		}),
	],
};
