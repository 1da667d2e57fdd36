import type { IDataObject } from 'n8n-workflow';
import type { Body } from '../../contract';
import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage, numericIds } from '../shared/desk';
import type { BatchOperation } from '../operation';
import { groupIds, nickname, profileOptions, readNickname, readProfile, roleIds } from './profile';

const membersOf = ({ MemberList }: Body) => MemberList as IDataObject[];
const mailsOf = (body: Body) => membersOf(body).map(({ MemberMail }) => MemberMail);

export const create: BatchOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create an agent',
	description: 'Add an agent to Desk, up to ten items a call',
	documentation: deskPage(124316),
	shape: 'batch',
	path: 'desk_http_svc/create_members',
	properties: [
		{
			displayName: 'Email',
			name: 'memberMail',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'The address that the agent signs in with. It is the ID of the agent.',
		},
		nickname,
		...avatarControls,
	],
	options: [
		groupIds,
		...profileOptions,
		roleIds,
		{
			displayName: 'Send Password',
			name: 'sendPassword',
			type: 'boolean',
			default: true,
			description: 'Whether Desk sends the agent an email with the password',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			MemberList: [
				withoutAbsent({
					NickName: readNickname(fields),
					MemberMail: fields.id('memberMail', 'Email'),
					RoleIDList: numericIds(options, 'roleIds', 'Role IDs'),
					MemberGroupIDList: numericIds(options, 'groupIds', 'Agent Group IDs'),
					...readProfile(options, readAvatar(fields)),
				}),
			],
			SendPassword: options.optionalBoolean('sendPassword', 'Send Password'),
		});
	},
	orderingKey: (body) => JSON.stringify(mailsOf(body)),
	// A second call could send the password a second time.
	retry: { policy: 'unsafe' },
	rateLimit: deskRateLimit,
	batch: {
		maxSize: 10,
		key: ({ SendPassword }) => JSON.stringify(SendPassword ?? null),
		merge: (bodies) => ({ ...bodies[0], MemberList: bodies.flatMap(membersOf) }),
		// The page names no failure of single agents: a call succeeds or fails as a whole.
		interpret: (response, bodies) =>
			bodies.map((body) => sent(response, { MemberMail: mailsOf(body)[0] })),
	},
};
