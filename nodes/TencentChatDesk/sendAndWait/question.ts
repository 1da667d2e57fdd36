import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Fields } from '../parameters/fields';
import { cardElement } from '../messages/card';
import { choicesElement } from '../messages/choices';
import { inDeskOnly, shownBy } from '../messages/desk/shownBy';
import type { MessageElement } from '../messages/messageType';
import { distinctWords, offeredTexts, type Reply } from './questionReply';

/** Where the answer is given: on a page of n8n, or by a reply in the chat. */
export type AnswerPlace = 'chat' | 'page';

/** A question: what the message and the page behind its link show. */
export interface Question {
	answerIn: AnswerPlace;
	/** Empty in the chat, where nothing shows it. */
	title: string;
	message: string;
	reply: Reply;
	page: PageTexts;
}

/** Texts of the page that the recipient answers on. */
export interface PageTexts {
	/** Language of all texts, as in the HTML attribute `lang`. */
	language: string;
	/** On the button that sends a choice or a text. */
	button: string;
	/** Shown after the answer. */
	thanks: string;
}

/** "Response Type", and what each type is called by saved workflows. */
export const replyTypes = ['approval', 'choice', 'freeText'] as const;

const defaultTitle = 'Your answer is needed';
const defaultApprove = 'Approve';
const defaultDecline = 'Decline';
const defaultLinkLabel = 'Answer here:';
const defaultLanguage = 'en';
const defaultButton = 'Submit';
const defaultThanks = 'Thank you. Your answer was recorded, and this page can be closed.';

/** Texts where the user gives none. */
export const defaultTexts = {
	title: defaultTitle,
	approve: defaultApprove,
	decline: defaultDecline,
	page: { language: defaultLanguage, button: defaultButton, thanks: defaultThanks },
} as const;

const maxChoices = 20;
/** Links beyond 2,000 characters do not open everywhere, and the choices travel in the link. */
const maxChoicesLength = 1500;

const asCard = 'card';
const asText = 'text';

const onPage = 'page';
const inChat = 'chat';
const answerPlaces: readonly AnswerPlace[] = [onPage, inChat];

const asButtons = 'buttons';
const asNumbers = 'numbers';

const shownIn = (place: AnswerPlace): INodeProperties['displayOptions'] => ({
	show: { answerIn: [place] },
});

/**
 * The controls that describe a question. Names and values are those of n8n's own nodes: its human
 * review for AI tools fills `message` and `responseType` by these names.
 *
 * @param sendAs how the question usually goes out
 */
export function questionProperties(sendAs: 'card' | 'text'): INodeProperties[] {
	return [
		{
			displayName: 'Answer',
			name: 'answerIn',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'On a Page',
					value: onPage,
					description: 'The message carries a link to a page of your n8n',
				},
				{
					name: 'In the Chat',
					value: inChat,
					description: 'The recipient taps a choice or writes a reply',
				},
			],
			default: onPage,
			description: 'Where the recipient answers',
		},
		{
			displayName:
				"Put the operation Callback: Take Answer after the trigger of the workflow that receives the recipient's messages: it takes the answer.",
			name: 'chatNotice',
			type: 'notice',
			default: '',
			displayOptions: shownIn(inChat),
		},
		{
			displayName:
				"The link opens a page of your n8n, so the recipient's browser must be able to reach it. On your own server, its public address is set with WEBHOOK_URL.",
			name: 'linkNotice',
			type: 'notice',
			default: '',
			displayOptions: shownIn(onPage),
		},
		{
			displayName: 'Send As',
			name: 'sendAs',
			type: 'options',
			options: [
				{
					name: 'Card',
					value: asCard,
					description:
						'A card that opens the page when clicked. Shown by the windows of Chat Desk.',
				},
				{
					name: 'Text',
					value: asText,
					description: 'A text with the link below it. Shown by every chat window.',
				},
			],
			default: sendAs,
			displayOptions: shownIn(onPage),
			description: 'How the question appears in the conversation',
		},
		{
			displayName: 'Title',
			name: 'subject',
			type: 'string',
			default: defaultTitle,
			required: true,
			placeholder: 'e.g. May we change your booking?',
			displayOptions: shownIn(onPage),
			description: 'Headline of the page and of the message',
		},
		{
			displayName: 'Message',
			name: 'message',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. The table at eight is gone, we can offer one at nine.',
			description: 'The question itself',
		},
		{
			displayName: 'Response Type',
			name: 'responseType',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Approval',
					value: 'approval',
					description: 'The recipient approves or declines',
				},
				{
					name: 'Choice',
					value: 'choice',
					description: 'The recipient picks one of several answers',
				},
				{
					name: 'Free Text',
					value: 'freeText',
					description: 'The recipient writes the answer',
				},
			],
			default: 'approval',
			description: 'What kind of answer is asked for',
		},
		{
			displayName: 'Choices As',
			name: 'choicesAs',
			type: 'options',
			options: [
				{
					name: 'Buttons',
					value: asButtons,
					description: `To tap. ${shownBy.all}. ${inDeskOnly}.`,
				},
				{
					name: 'Numbered Text',
					value: asNumbers,
					description:
						'A list in the text, answered by its numbers or words. Shown by every chat window.',
				},
			],
			default: asButtons,
			displayOptions: { show: { answerIn: [inChat], responseType: ['approval', 'choice'] } },
			description: 'How the possible answers appear in the conversation',
		},
		{
			displayName: 'Approval Options',
			name: 'approvalOptions',
			type: 'fixedCollection',
			placeholder: 'Add Approval Option',
			default: {},
			displayOptions: { show: { responseType: ['approval'] } },
			options: [
				{
					displayName: 'Values',
					name: 'values',
					values: [
						{
							displayName: 'Type of Approval',
							name: 'approvalType',
							type: 'options',
							options: [
								{ name: 'Approve and Decline', value: 'double' },
								{ name: 'Approve Only', value: 'single' },
							],
							default: 'double',
						},
						{
							displayName: 'Approve Button Label',
							name: 'approveLabel',
							type: 'string',
							default: defaultApprove,
						},
						{
							displayName: 'Decline Button Label',
							name: 'disapproveLabel',
							type: 'string',
							default: defaultDecline,
							displayOptions: { show: { approvalType: ['double'] } },
						},
					],
				},
			],
		},
		{
			displayName: 'Choices',
			name: 'choices',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Today',
			displayOptions: { show: { responseType: ['choice'] } },
			description: 'The answers to choose from: one on each line, or a list from an expression',
		},
	];
}

const pageOptions: INodeProperties[] = [
	{
		displayName: 'Button Label',
		name: 'buttonLabel',
		type: 'string',
		default: defaultButton,
		description: 'On the button of the page that sends a choice or a text',
	},
	{
		displayName: 'Card Picture URL',
		name: 'cardPictureUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/table.jpg',
		description: 'Address of the picture on the card',
	},
	{
		displayName: 'Confirmation Text',
		name: 'confirmationText',
		type: 'string',
		default: defaultThanks,
		description: 'What the page says after the answer',
	},
	{
		displayName: 'Link Label',
		name: 'linkLabel',
		type: 'string',
		default: defaultLinkLabel,
		description: 'The words before the link, where the question is sent as text',
	},
	{
		displayName: 'Page Language',
		name: 'pageLanguage',
		type: 'string',
		default: defaultLanguage,
		placeholder: 'e.g. zh-Hans',
		description:
			'Code of the language that you write in, so that screen readers pronounce it right',
	},
];

/** Entries of "Options" that concern the question and its page. */
export const questionOptions: INodeProperties[] = pageOptions.map((option) => ({
	...option,
	displayOptions: { show: { '/answerIn': [onPage] } },
}));

function readChoices(fields: Fields): string[] {
	const given = fields.optionalTexts('choices', 'Choices') ?? [];
	const lines = given.length === 1 ? given[0]!.split('\n') : given;
	const choices = [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
	if (choices.length < 2 || choices.length > maxChoices) {
		throw new InvalidParameter(
			`'Choices' holds ${choices.length} different entries, 2 to ${maxChoices} are possible`,
			'Write each choice on a line of its own, or give a list with an expression.',
		);
	}
	if (encodeURIComponent(JSON.stringify(choices)).length > maxChoicesLength) {
		throw new InvalidParameter(
			"'Choices' is too long for a link",
			"Shorten the choices, or describe them in 'Message' and offer their numbers.",
		);
	}
	return choices;
}

function readApproval(fields: Fields): Reply {
	const options = fields
		.collection('approvalOptions', 'Approval Options')
		.collection('values', 'Approval Options');
	const both =
		options.optionalChoice('approvalType', 'Type of Approval', ['single', 'double']) !== 'single';
	return {
		type: 'approval',
		approve: options.optionalText('approveLabel', 'Approve Button Label') ?? defaultApprove,
		decline: both
			? (options.optionalText('disapproveLabel', 'Decline Button Label') ?? defaultDecline)
			: undefined,
	};
}

function readReply(fields: Fields): Reply {
	const type = fields.choice('responseType', 'Response Type', replyTypes);
	if (type === 'approval') return readApproval(fields);
	return type === 'choice' ? { type, choices: readChoices(fields) } : { type };
}

function readLanguage(options: Fields): string {
	const language = options.optionalText('pageLanguage', 'Page Language')?.trim();
	if (language === undefined) return defaultLanguage;
	if (/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(language)) return language;
	throw new InvalidParameter(
		"'Page Language' is not the code of a language",
		"Enter a code such as 'en', 'de' or 'zh-Hans'.",
	);
}

/**
 * The question that the controls of an item describe.
 *
 * @throws InvalidParameter naming the control that has to change.
 */
export function readQuestion(fields: Fields): Question {
	const options = fields.collection('options', 'Options');
	// Workflows of older versions do not have it.
	const answerIn = fields.optionalChoice('answerIn', 'Answer', answerPlaces) ?? onPage;
	const reply = readReply(fields);
	if (answerIn === inChat) distinctWords(reply);
	return {
		answerIn,
		title: answerIn === inChat ? '' : fields.text('subject', 'Title'),
		message: fields.text('message', 'Message'),
		reply,
		page: {
			language: readLanguage(options),
			button: options.optionalText('buttonLabel', 'Button Label') ?? defaultButton,
			thanks: options.optionalText('confirmationText', 'Confirmation Text') ?? defaultThanks,
		},
	};
}

const textElement = (text: string): MessageElement => ({
	MsgType: 'TIMTextElem',
	MsgContent: { Text: text },
});

/** A question that is answered in the chat. A tap comes back as a message with its words. */
function chatElement(fields: Fields, { message, reply }: Question): MessageElement {
	const offered = offeredTexts(reply);
	if (offered.length === 0) return textElement(message);
	const as = fields.optionalChoice('choicesAs', 'Choices As', [asButtons, asNumbers]);
	if (as !== asNumbers) {
		return choicesElement(
			message,
			offered.map((content) => ({ content, desc: '' })),
		);
	}
	const list = offered.map((text, index) => `${index + 1}. ${text}`);
	return textElement([message, '', ...list].join('\n'));
}

/**
 * The `MsgBody` of a question.
 *
 * @param link address of the page for the answer
 * @throws InvalidParameter naming the control that has to change.
 */
export function questionElements(fields: Fields, link: string | undefined): MessageElement[] {
	const question = readQuestion(fields);
	const { title, message } = question;
	if (question.answerIn === inChat) return [chatElement(fields, question)];
	const options = fields.collection('options', 'Options');
	if (fields.choice('sendAs', 'Send As', [asCard, asText]) === asCard) {
		const pic = options.optionalText('cardPictureUrl', 'Card Picture URL');
		return [cardElement({ header: title, desc: message, pic, url: link })];
	}
	const label = options.optionalText('linkLabel', 'Link Label') ?? defaultLinkLabel;
	// A reader of the chat sees nothing of the page: what is asked has to be in the message.
	const asked = title === defaultTitle ? message : `${title}\n\n${message}`;
	return [textElement(link === undefined ? asked : `${asked}\n\n${label} ${link}`)];
}
