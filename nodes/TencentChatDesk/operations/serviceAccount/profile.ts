import type { INodeProperties } from 'n8n-workflow';
import { withoutAbsent, type Fields } from '../../parameters/fields';
import { agentGroup } from '../shared/resourceLocators';

export const nickname: INodeProperties = {
	displayName: 'Nickname',
	name: 'nickname',
	type: 'string',
	default: '',
	placeholder: 'e.g. Support',
	description: 'The name that customers see',
};

interface Text {
	field: string;
	displayName: string;
	name: string;
	placeholder: string;
	description: string;
}

/** The texts of a service account: one control and one field of the body each. */
const texts: readonly Text[] = [
	{
		field: 'IMAgentAvatarUrl',
		displayName: 'Avatar URL',
		name: 'avatarUrl',
		placeholder: 'e.g. https://example.com/support.png',
		description: 'Address of the picture that customers see',
	},
	{
		field: 'EndPrompt',
		displayName: 'End Prompt',
		name: 'endPrompt',
		placeholder: 'e.g. Thank you for your visit',
		description: 'Said when a session ends',
	},
	{
		field: 'NotWorkTimePrompt',
		displayName: 'Off Hours Prompt',
		name: 'notWorkTimePrompt',
		placeholder: 'e.g. We are back at nine',
		description: 'Said outside the working hours',
	},
	{
		field: 'QueueingPrompt',
		displayName: 'Queueing Prompt',
		name: 'queueingPrompt',
		placeholder: 'e.g. You are number ${QueuePosition}',
		description: 'Said to who waits for an agent. It may hold ${QueuePosition} and ${WaitNo}.',
	},
	{
		field: 'TimeoutEndPrompt',
		displayName: 'Timeout End Prompt',
		name: 'timeoutEndPrompt',
		placeholder: 'e.g. We have not heard from you',
		description: 'Said when a session ends because the customer did not answer',
	},
	{
		field: 'TransferToHumanFailPrompt',
		displayName: 'Transfer Failure Prompt',
		name: 'transferFailPrompt',
		placeholder: 'e.g. Nobody is here at the moment',
		description: 'Said when no agent could take the session',
	},
	{
		field: 'TransferToHumanPrompt',
		displayName: 'Transfer Prompt',
		name: 'transferPrompt',
		placeholder: 'e.g. One moment please',
		description: 'Said when a session is handed to an agent',
	},
	{
		field: 'TransferToHumanSuccessPrompt',
		displayName: 'Transfer Success Prompt',
		name: 'transferSuccessPrompt',
		placeholder: 'e.g. ${StaffNickName} is with you now',
		description: 'Said when an agent has taken the session. It may hold ${StaffNickName}.',
	},
	{
		field: 'WelcomeMessage',
		displayName: 'Welcome Message',
		name: 'welcomeMessage',
		placeholder: 'e.g. Hello, how can we help?',
		description: 'Said at the beginning of a session',
	},
];

/** What creating and updating a service account have in common, beyond ID and name. */
export const profileOptions: INodeProperties[] = [
	...texts.map(({ displayName, name, placeholder, description }): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		description,
	})),
	{
		...agentGroup,
		description: 'The group whose agents take the sessions of this account',
	},
	{
		displayName: 'Disable Chatbot',
		name: 'chatbotDisabled',
		type: 'boolean',
		default: false,
		description: 'Whether customers reach agents without talking to the chatbot first',
	},
	{
		displayName: 'User Timeout (Seconds)',
		name: 'userTimeout',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: '',
		placeholder: 'e.g. 300',
		description: 'How long the customer may stay silent before a session ends',
	},
	{
		displayName: 'Working Hours (JSON)',
		name: 'workTimeConfig',
		type: 'json',
		default: '{}',
		description:
			'A WorkTimeConfig as the documentation has it, such as {"Type": 1, "Periods": [{"Day": "Monday", "PeriodsWithinOneDay": [{"Start": "09:00", "End": "18:00"}]}]}. Type 1 is weekly, 2 is legal workdays.',
	},
];

/**
 * The fields of a service account in the API's spelling, without its ID.
 *
 * @param picture the address of one that the item brings
 */
export function readProfile(fields: Fields, picture?: string) {
	const hours = fields.optionalJsonObject('workTimeConfig', 'Working Hours (JSON)');
	return withoutAbsent({
		...Object.fromEntries(
			texts.map(({ field, name, displayName }) => [field, fields.optionalText(name, displayName)]),
		),
		...(picture !== undefined && { IMAgentAvatarUrl: picture }),
		AgentGroupId: fields.optionalInteger('groupId', 'Agent Group', { min: 0 }),
		ChatbotDisabled: fields.optionalFlag('chatbotDisabled', 'Disable Chatbot'),
		UserTimeout: fields.optionalInteger('userTimeout', 'User Timeout (Seconds)', { min: 0 }),
		// The control's own default is no configuration.
		WorkTimeConfig: hours && Object.keys(hours).length > 0 ? hours : undefined,
	});
}

export const readNickname = (fields: Fields) => fields.optionalText('nickname', 'Nickname');
