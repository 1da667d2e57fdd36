import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import {
	allowed,
	decisionTime,
	dropped,
	isRejectionCode,
	plainRejection,
	rejected,
	rejectionCodeHint,
} from '../../trigger/callbackResponse';
import type { Body, RespondRule } from '../../contract';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import type { RespondOperation } from '../operation';

const decisions = ['allow', 'assign', 'drop', 'reject', 'replaceText'] as const;

function rejection(fields: Fields): Body {
	const code = fields.integer('rejectCode', 'Error Code');
	if (!isRejectionCode(code)) {
		throw new InvalidParameter(`'Error Code' is ${code}, which rejects nothing`, rejectionCodeHint);
	}
	return rejected(code, fields.optionalText('rejectText', 'Error Text'));
}

function replacement(fields: Fields): Body {
	const text = fields.text('text', 'Text');
	return {
		...allowed(),
		MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
		...withoutAbsent({
			CloudCustomData: fields
				.collection('options', 'Options')
				.optionalText('cloudCustomData', 'Cloud Custom Data'),
		}),
	};
}

function assignment(fields: Fields): Body {
	const group = fields.optionalInteger('agentGroupId', 'Agent Group ID', { min: 1 });
	const agents = fields.optionalIds('agentIds', 'Agents');
	if (group === undefined && agents === undefined) {
		throw new InvalidParameter(
			"'Agent Group ID' and 'Agents' are empty",
			"Fill in one of them, or set 'Decision' to 'Allow' to leave the choice to Desk.",
		);
	}
	return { ...allowed(), ...withoutAbsent({ AgentGroupId: group, AgentIdList: agents }) };
}

const answers: Record<(typeof decisions)[number], (fields: Fields) => Body> = {
	allow: allowed,
	assign: assignment,
	drop: dropped,
	reject: rejection,
	replaceText: replacement,
};

const respond: RespondRule = {
	trigger: 'tencentChatDeskTrigger',
	timeLimit: ({ options }) => {
		const { answerWithin } = (options ?? {}) as IDataObject;
		// An expression is left to the trigger, which drops what is late in any case.
		return typeof answerWithin === 'number' ? answerWithin : decisionTime;
	},
	isExpected: ({ responseMode }) => responseMode === 'responseNode',
	response: (fields) => answers[fields.choice('decision', 'Decision', decisions)](fields),
};

const shownFor = (decision: (typeof decisions)[number]): INodeProperties['displayOptions'] => ({
	show: { decision: [decision] },
});

/** Documentation: Chat > "Webhook Overview"; Desk > webhooks, "ChatBot.OnAssignHuman". */
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
				{ name: 'Allow', value: 'allow', description: 'Let it pass as it is' },
				{
					name: 'Assign Agents',
					value: 'assign',
					description: 'Tell Desk who gets the session, when the event is "Agent Is Needed"',
				},
				{
					name: 'Drop',
					value: 'drop',
					description: 'Drop the message without telling its sender',
				},
				{ name: 'Reject', value: 'reject', description: 'Refuse it with an error code and a text' },
				{
					name: 'Replace the Text',
					value: 'replaceText',
					description: 'Let the message pass with another text; whatever it was is replaced',
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
			displayOptions: shownFor('reject'),
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
