import { isObject } from '../../../json';
import { refuse, type Call, type Outcome } from '../../endpoint';
import { deskCommand, isFilled, wrong } from '../deskOffice/checks';
import { createGroup } from '../group/create';

const fields = [
	'GroupId',
	'Type',
	'Name',
	'Owner_Account',
	'Introduction',
	'Notification',
	'FaceUrl',
	'MaxMemberCount',
	'ApplyJoinOption',
	'MemberList',
];

/**
 * Chat Desk > Create Group (v4/desk_http_svc/create_group, page 1229/68815): a group of Chat, with
 * exactly one customer service account. The rest is as in Chat; the page's table was seen in part.
 */
export const createDeskGroup = deskCommand(
	'create_group',
	fields,
	(call: Call): Outcome | Promise<Outcome> => {
		const { body, state } = call;
		const { serviceAccounts, agents } = state.world;
		if (!isFilled(body.GroupId)) return wrong('GroupId', 'a String');
		if (body.Type !== 'Public' && body.Type !== 'Private')
			return wrong('Type', 'Public or Private');
		const members = Array.isArray(body.MemberList) ? body.MemberList : [];
		const accounts = members.filter(isObject).map(({ Member_Account }) => String(Member_Account));
		const ofDesk = accounts.filter((account) => serviceAccounts.has(account));
		if (ofDesk.length !== 1 || accounts.length < 2) {
			return refuse(141004, 'one customer service account and somebody else are needed');
		}
		if (![...agents.values()].some((agent) => agent.state === 'online')) {
			return refuse(141001, 'no agent is online');
		}
		return createGroup.handle(call);
	},
);
