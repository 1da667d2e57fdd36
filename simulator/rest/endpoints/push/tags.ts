import type { JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { readEntries, readTags, readUsers, tagRules } from './pushChecks';

const maxTagsOfAUser = 100;

/** Chat > Adding User Tags (v4/all_member_push/im_add_tag). */
export const addTags: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_add_tag',
	fields: ['UserTags'],
	handle({ body, state }: Call): Outcome {
		const entries = readEntries(body.UserTags, 'Tags', readTags);
		if ('code' in entries) return entries;
		// The page has no code for a tag too many; the one for a bad request is nearest.
		const full = entries.some(([user, { tags }]) => {
			return new Set([...state.push.tagsOf(user), ...tags]).size > maxTagsOfAUser;
		});
		if (full) return refuse(90001, 'a user would have more than 100 tags');
		for (const [user, { tags }] of entries) {
			for (const tag of tags) state.push.tagsOf(user).add(tag);
		}
		return { answer: {} };
	},
};

/** Chat > Getting User Tags (v4/all_member_push/im_get_tag). */
export const getTags: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_get_tag',
	fields: ['To_Account'],
	handle({ body, state }: Call): Outcome {
		const users = readUsers(body.To_Account);
		if ('code' in users) return users;
		return {
			answer: {
				UserTags: users.map((user): JsonObject => ({
					To_Account: user,
					Tags: [...state.push.tagsOf(user)],
				})),
			},
		};
	},
};

/** Chat > Deleting User Tags (v4/all_member_push/im_remove_tag). */
export const removeTags: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_remove_tag',
	fields: ['UserTags'],
	handle({ body, state }: Call): Outcome {
		const entries = readEntries(body.UserTags, 'Tags', readTags);
		if ('code' in entries) return entries;
		for (const [user, { tags }] of entries) {
			for (const tag of tags) state.push.tagsOf(user).delete(tag);
		}
		return { answer: {} };
	},
};

/** Chat > Deleting All Tags of a User (v4/all_member_push/im_remove_all_tags). */
export const removeAllTags: Endpoint = {
	...tagRules,
	path: 'all_member_push/im_remove_all_tags',
	fields: ['To_Account'],
	handle({ body, state }: Call): Outcome {
		const users = readUsers(body.To_Account);
		if ('code' in users) return users;
		for (const user of users) state.push.tagsOf(user).clear();
		return { answer: {} };
	},
};
