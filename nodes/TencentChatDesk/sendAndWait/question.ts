import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Fields } from '../parameters/fields';
import { cardElement } from '../messages/card';
import type { MessageElement } from '../messages/messageType';

/** What the recipient is asked for; the values are those of n8n's own nodes where they have them. */
export type Reply =
	| { type: 'approval'; approve: string; decline: string | undefined }
	| { type: 'choice'; choices: readonly string[] }
	| { type: 'freeText' };

/** A question: what the message and the page behind its link show. */
export interface Question {
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

/**
 * The controls that describe a question. Names and values are those of n8n's own nodes: its human
 * review for AI tools fills `message` and `responseType` by these names.
 *
 * @param sendAs how the question usually goes out
 */
export function questionProperties(sendAs: 'card' | 'text'): INodeProperties[] {
	return [
		{
			displayName:
				"The message carries a link to a page of your n8n, so the recipient's browser has to reach it: on your own server, set WEBHOOK_URL to its public address. One question is asked at a time; for several items, put a Loop Over Items node before this one.",
			name: 'linkNotice',
			type: 'notice',
			default: '',
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
			description: 'How the question appears in the conversation',
		},
		{
			displayName: 'Title',
			name: 'subject',
			type: 'string',
			default: defaultTitle,
			required: true,
			placeholder: 'e.g. May we change your booking?',
			description: 'Headline of the page, and of the card',
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
			displayName: 'Approval Options',
			name: 'approvalOptions',
			type: 'fixedCollection',
			placeholder: 'Add Option',
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

/** Entries of "Options" that concern the question and its page. */
export const questionOptions: INodeProperties[] = [
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
	return {
		title: fields.text('subject', 'Title'),
		message: fields.text('message', 'Message'),
		reply: readReply(fields),
		page: {
			language: readLanguage(options),
			button: options.optionalText('buttonLabel', 'Button Label') ?? defaultButton,
			thanks: options.optionalText('confirmationText', 'Confirmation Text') ?? defaultThanks,
		},
	};
}

/**
 * The `MsgBody` of a question.
 *
 * @param link address of the page for the answer
 * @throws InvalidParameter naming the control that has to change.
 */
export function questionElements(fields: Fields, link: string | undefined): MessageElement[] {
	const { title, message } = readQuestion(fields);
	const options = fields.collection('options', 'Options');
	if (fields.choice('sendAs', 'Send As', [asCard, asText]) === asCard) {
		const pic = options.optionalText('cardPictureUrl', 'Card Picture URL');
		return [cardElement({ header: title, desc: message, pic, url: link })];
	}
	const label = options.optionalText('linkLabel', 'Link Label') ?? defaultLinkLabel;
	const text = link === undefined ? message : `${message}\n\n${label} ${link}`;
	return [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }];
}
