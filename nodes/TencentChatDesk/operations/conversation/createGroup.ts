import { InvalidParameter } from '../../parameters/invalidParameter';
import { recordsIn, objectIn } from '../shared/records';
import type { SingleOperation } from '../operation';
import {
	conversationRateLimit,
	folderProperty,
	membersOptions,
	ofOwner,
	ownerProperty,
	readFolder,
	readMembers,
	readOwner,
} from './conversationFields';

/** C13: a call with no conversation, or with more, is refused (51006). */
const maxConversations = 100;

export const createGroup: SingleOperation = {
	value: 'createGroup',
	name: 'Create Group',
	action: 'Create a group of conversations',
	description:
		'Make a folder for conversations of a user, with some in it. It takes a paid plan, and a user has at most 20.',
	documentation: 'https://trtc.io/document/53437',
	shape: 'single',
	path: 'recentcontact/create_contact_group',
	properties: [ownerProperty, folderProperty, ...membersOptions('go into it')],
	options: [],
	request(fields) {
		const ContactItem = readMembers(fields);
		if (ContactItem.length === 0 || ContactItem.length > maxConversations) {
			throw new InvalidParameter(
				`'Peer User IDs' and 'Group IDs' name ${ContactItem.length} conversations`,
				`Name between 1 and ${maxConversations}; others can be added with 'Update Group'.`,
			);
		}
		return {
			From_Account: readOwner(fields),
			GroupContactItem: [{ GroupName: readFolder(fields), ContactItem }],
		};
	},
	orderingKey: ofOwner,
	// What a second call says of a name that is used is printed nowhere.
	retry: { policy: 'unsafe' },
	rateLimit: conversationRateLimit,
	interpret(response, { From_Account }) {
		const [result = {}] = recordsIn(response, 'GroupResultItem');
		return {
			done: true,
			output: {
				From_Account,
				...objectIn(result, 'GroupItem'),
				Conversations: recordsIn(result, 'ResultItem').map((one) => objectIn(one, 'ContactItem')),
			},
		};
	},
};
