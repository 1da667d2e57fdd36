import { isInteger, type JsonObject } from '../../../json';
import type { World } from '../../../state/world';
import { refuse, type Refusal } from '../../endpoint';
import { deskCommand, isFilled, typeFault, wrong } from './checks';

const profileTypes = {
	IMAgentNick: 'text',
	IMAgentAvatarUrl: 'text',
	WelcomeMessage: 'text',
	ChatbotDisabled: 'flag',
	AgentGroupId: 'integer',
	TransferToHumanPrompt: 'text',
	TransferToHumanSuccessPrompt: 'text',
	TransferToHumanFailPrompt: 'text',
	QueueingPrompt: 'text',
	UserTimeout: 'integer',
	EndPrompt: 'text',
	TimeoutEndPrompt: 'text',
	WorkTimeConfig: 'object',
	NotWorkTimePrompt: 'text',
} as const;

/** The page lists it without a type that was seen. */
const fields = ['IMAgentUserID', ...Object.keys(profileTypes), 'AssignmentStrategy'];

function profileFault(body: JsonObject, world: World): Refusal | undefined {
	const fault = typeFault(body, profileTypes);
	if (fault) return fault;
	const { AgentGroupId } = body;
	return isInteger(AgentGroupId) && !world.agentGroups.has(AgentGroupId)
		? refuse(141004, 'there is no such group')
		: undefined;
}

function profileIn(body: JsonObject): JsonObject {
	return Object.fromEntries(
		fields.slice(1).flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])),
	);
}

function known(world: World, id: unknown): string | Refusal {
	if (typeof id !== 'string' || id === '') return wrong('IMAgentUserID', 'a String');
	return world.serviceAccounts.has(id) ? id : refuse(141004, 'there is no such account');
}

/** Product 679, page 116630; 141007 is the quota of the plan. */
const addImAgent = deskCommand('add_im_agent', fields, ({ body, state: { world } }) => {
	const fault = profileFault(body, world);
	if (fault) return fault;
	const { IMAgentUserID } = body;
	if (!isFilled(IMAgentUserID)) return wrong('IMAgentUserID', 'a String');
	if (world.serviceAccounts.has(IMAgentUserID)) return refuse(141004, 'the account exists');
	if (world.serviceAccounts.size >= world.office.serviceAccountQuota) {
		return refuse(141007, 'the plan allows no more customer service accounts');
	}
	world.serviceAccounts.add(IMAgentUserID);
	world.office.profiles.set(IMAgentUserID, profileIn(body));
	return { response: {} };
});

/** Product 679, page 116632. */
const updateImAgent = deskCommand('update_im_agent', fields, ({ body, state: { world } }) => {
	const fault = profileFault(body, world);
	if (fault) return fault;
	const id = known(world, body.IMAgentUserID);
	if (typeof id !== 'string') return id;
	world.office.profiles.set(id, { ...world.office.profiles.get(id), ...profileIn(body) });
	return { response: {} };
});

/** Product 1229, page 68817. */
const deleteImAgent = deskCommand(
	'delete_im_agent',
	['IMAgentUserID'],
	({ body, state: { world } }) => {
		const id = known(world, body.IMAgentUserID);
		if (typeof id !== 'string') return id;
		world.serviceAccounts.delete(id);
		world.office.profiles.delete(id);
		return { response: {} };
	},
);

/** Product 269, page 111801: here the ID is spelt IMAgentUserId, and there are no pages. */
const getImAgentList = deskCommand('get_im_agent_list', [], ({ state: { world } }) => ({
	response: {
		Data: [...world.serviceAccounts].map((id) => ({
			IMAgentUserId: id,
			IMAgentNick: '',
			ChatbotDisabled: 0,
			IsDefault: 0,
			...world.office.profiles.get(id),
		})),
	},
}));

export const serviceAccountCommands = [addImAgent, deleteImAgent, getImAgentList, updateImAgent];
