import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import {
	acknowledged,
	allowed,
	type Asked,
	askedIn,
	decisionTime,
	dropped,
	isRejectionCode,
	plainRejection,
	refusedFor,
	rejected,
	rejectionCodeHint,
	rejectionCodeOf,
	type ResponsePower,
} from '../../trigger/callbackResponse';
import type { Response, RespondRule } from '../../contract';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import type { RespondOperation } from '../operation';

const decisions = [
	'allow',
	'assign',
	'drop',
	'refuseSome',
	'reject',
	'replaceText',
	'returnValues',
] as const;

type Decision = (typeof decisions)[number];

const names: Record<Decision, string> = {
	allow: 'Allow',
	assign: 'Assign Agents',
	drop: 'Drop',
	refuseSome: 'Refuse Some Users',
	reject: 'Reject',
	replaceText: 'Replace the Text',
	returnValues: 'Return Values',
};

/**
 * What a decision has to be about to mean something; the others can be said to everything. An event
 * that no page describes may be anything.
 */
const meantFor: Partial<Record<Decision, readonly ResponsePower[]>> = {
	assign: ['assignment'],
	// Only messages can vanish: with anything else it is a rejection.
	drop: ['members', 'message', 'verdict'],
	refuseSome: ['friends', 'members'],
	replaceText: ['message'],
	returnValues: ['values'],
};

function rejection(fields: Fields, asked: Asked): Response {
	const code = fields.integer('rejectCode', 'Error Code');
	if (!isRejectionCode(code)) {
		throw new InvalidParameter(`'Error Code' is ${code}, which rejects nothing`, rejectionCodeHint);
	}
	const body = rejected(asked, code, fields.optionalText('rejectText', 'Error Text'));
	const used = rejectionCodeOf(asked, code);
	if (used === code || code === plainRejection) return { body };
	const { codes, name } = asked.event ?? {};
	const range = codes ? `${codes.from} to ${codes.to}, or 1` : '1';
	return {
		body,
		note: `'Error Code' is ${code}, which is none for "${name}" (${range}): it was rejected with ${used}`,
	};
}

function replacement(fields: Fields): Response {
	const text = fields.text('text', 'Text');
	return {
		body: {
			...acknowledged(),
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
			...withoutAbsent({
				CloudCustomData: fields
					.collection('options', 'Options')
					.optionalText('cloudCustomData', 'Cloud Custom Data'),
			}),
		},
	};
}

function assignment(fields: Fields): Response {
	const group = fields.optionalInteger('agentGroupId', 'Agent Group ID', { min: 1 });
	const agents = fields.optionalIds('agentIds', 'Agents');
	if (group === undefined && agents === undefined) {
		throw new InvalidParameter(
			"'Agent Group ID' and 'Agents' are empty",
			"Fill in one of them, or set 'Decision' to 'Allow' to leave the choice to Desk.",
		);
	}
	const chosen = withoutAbsent({ AgentGroupId: group, AgentIdList: agents });
	return { body: { ...acknowledged(), ...chosen } };
}

function refusalOfSome(fields: Fields, asked: Asked): Response {
	const users = fields.ids('refusedUsers', 'Refused Users');
	if (asked.event === undefined) {
		throw new InvalidParameter(
			"'Refuse Some Users' cannot be said without the event that asked",
			'Run the workflow from its trigger: what Tencent has to be told depends on the event.',
		);
	}
	return { body: refusedFor(asked, users, fields.optionalText('rejectText', 'Error Text')) };
}

/** The page's sample (C1229-68990) has texts only, a number among them. */
function values(fields: Fields): Response {
	const given = fields.optionalJsonObject('returnedValues', 'Values (JSON)') ?? {};
	const texts = Object.entries(given).map(([name, value]): [string, string] => [
		name,
		typeof value === 'string' ? value : JSON.stringify(value),
	]);
	return { body: { ...acknowledged(), Body: Object.fromEntries(texts) } };
}

const responses: Record<Decision, (fields: Fields, asked: Asked) => Response> = {
	allow: (_fields, asked) => ({ body: allowed(asked) }),
	assign: assignment,
	drop: (_fields, asked) => {
		const canVanish =
			asked.event === undefined || ['message', 'unknown'].includes(asked.event.power);
		return { body: canVanish ? dropped() : rejected(asked, plainRejection) };
	},
	refuseSome: refusalOfSome,
	reject: rejection,
	replaceText: replacement,
	returnValues: values,
};

function responseTo(fields: Fields, received: IDataObject | undefined): Response {
	const asked = askedIn(received);
	const decision = fields.choice('decision', 'Decision', decisions);
	const { event } = asked;
	const isMeant =
		event === undefined ||
		['none', 'unknown'].includes(event.power) ||
		(meantFor[decision]?.includes(event.power) ?? true);
	if (!isMeant) {
		throw new InvalidParameter(
			`'Decision' is '${names[decision]}', which means nothing for "${event.name}" (${event.command})`,
			"Choose 'Allow' or 'Reject', or what the description of the event in the trigger offers.",
		);
	}
	return responses[decision](fields, asked);
}

const respond: RespondRule = {
	trigger: 'tencentChatDeskTrigger',
	timeLimit: ({ options }) => {
		const { answerWithin } = (options ?? {}) as IDataObject;
		// An expression is left to the trigger, which drops what is late in any case.
		return typeof answerWithin === 'number' ? answerWithin : decisionTime;
	},
	isExpected: ({ responseMode }) => responseMode === 'responseNode',
	response: responseTo,
};

const shownFor = (...shown: Decision[]): INodeProperties['displayOptions'] => ({
	show: { decision: shown },
});

/**
 * Documentation: Chat > "Webhook Overview"; Desk > webhooks, "ChatBot.OnAssignHuman" (C1229-68988) and
 * "Chatbot.InterfaceInvocation" (C1229-68990).
 */
export const answer: RespondOperation = {
	value: 'answer',
	name: 'Answer',
	action: 'Answer a callback',
	description:
		'Decide about the event that started this workflow. The trigger has to respond with "Decide in the Workflow", and Tencent waits for less than two seconds: put this node before anything slow.',
	documentation: 'https://trtc.io/document/34354',
	properties: [
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'options',
			default: 'allow',
			options: [
				{ name: names.allow, value: 'allow', description: 'Let it pass as it is' },
				{
					name: names.assign,
					value: 'assign',
					description: 'Tell Desk who gets the session, when the event is "Agent Is Needed"',
				},
				{
					name: names.drop,
					value: 'drop',
					description:
						'Drop the message without telling its sender; what is no message is rejected',
				},
				{
					name: names.refuseSome,
					value: 'refuseSome',
					description:
						'Let it pass without some of its users: friends, invited members, subscribers',
				},
				{
					name: names.reject,
					value: 'reject',
					description: 'Refuse it with an error code and a text',
				},
				{
					name: names.replaceText,
					value: 'replaceText',
					description: 'Let the message pass with another text; whatever it was is replaced',
				},
				{
					name: names.returnValues,
					value: 'returnValues',
					description: 'Give the flow of the chatbot the values it asked for',
				},
			],
			description: 'What Tencent is told to do',
		},
		{
			displayName: 'Error Code',
			name: 'rejectCode',
			type: 'number',
			typeOptions: { minValue: plainRejection, maxValue: 130_000, numberPrecision: 0 },
			default: 120001,
			required: true,
			description: rejectionCodeHint,
			displayOptions: shownFor('reject'),
		},
		{
			displayName: 'Error Text',
			name: 'rejectText',
			type: 'string',
			default: '',
			placeholder: 'e.g. Links are not allowed here',
			description: 'The text that comes with the code',
			displayOptions: shownFor('reject', 'refuseSome'),
		},
		{
			displayName: 'Refused Users',
			name: 'refusedUsers',
			type: 'string',
			// Not required: n8n would ask for it wherever an expression decides.
			default: '',
			placeholder: 'e.g. alice, bob',
			description:
				'User IDs with commas between them, or an expression that gives a list. Those that the event does not name count for nothing.',
			displayOptions: shownFor('refuseSome'),
		},
		{
			displayName: 'Values (JSON)',
			name: 'returnedValues',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"orderState": "sent", "orderCount": "10"}',
			description:
				'JSON object with the variables of the session and their values. They are sent as texts.',
			displayOptions: shownFor('returnValues'),
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			required: true,
			placeholder: "e.g. ={{ $json.text.replaceAll('secret', '***') }}",
			description: 'What the recipient reads instead',
			displayOptions: shownFor('replaceText'),
		},
		{
			displayName: 'Agent Group ID',
			name: 'agentGroupId',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: '',
			description: 'Number of the agent group that gets the session',
			displayOptions: shownFor('assign'),
		},
		{
			displayName: 'Agents',
			name: 'agentIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. anna@example.com, ben@example.com',
			description: 'The e-mail addresses of the agents who may get it, with commas between them',
			displayOptions: shownFor('assign'),
		},
	],
	options: [
		{
			displayName: 'Cloud Custom Data',
			name: 'cloudCustomData',
			type: 'string',
			default: '',
			description: 'Data for your app that goes with the new text',
			displayOptions: { show: { '/decision': ['replaceText'] } },
		},
		{
			displayName: 'Extra Body Fields (JSON)',
			name: 'extraBody',
			type: 'json',
			default: '{}',
			description:
				'JSON object laid over the answer last, for fields that the node does not know, such as RefusedMembers_Account. A null removes a field.',
		},
	],
	shape: 'respond',
	respond,
};
