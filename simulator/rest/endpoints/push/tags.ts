import type { JsonObject } from '../../../json';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { responseWith, claimType, newerFamily, olderFamily, sorted, type Family } from './family';
import { readEntries, readTags, readUsers, tagRules } from './pushChecks';

const maxTagsOfAUser = 100;

type Entry = [user: string, { tags: string[] }];

const userOf = ([user]: Entry) => user;

/** The commands on tags of one family. */
function tagCommands(family: Family): Endpoint[] {
	/** The entries of a change, those left out whose tags belong to the other type of account. */
	const changed = (call: Call, entries: Entry[]) =>
		sorted(call, family, entries, userOf, ([, { tags }], type) =>
			tags.every((tag) => (call.state.push.tagTypes.get(tag) ?? type) === type),
		);

	/** Adding User Tags (trtc.io/document/60568, 67821). */
	const addTags: Endpoint = {
		...tagRules,
		path: family.path('im_add_tag', 'add_tag'),
		fields: family.listsErrors ? ['UserTags', 'Replace'] : ['UserTags'],
		handle(call: Call): Outcome {
			const { push } = call.state;
			// 0 adds; 1 overwrites, and takes as many tags as a user can have.
			const replaces = call.body.Replace === 1;
			const entries = readEntries(call.body.UserTags, 'Tags', (tags) =>
				readTags(tags, replaces ? maxTagsOfAUser : undefined),
			);
			if ('code' in entries) return entries;
			const { done, failed } = changed(call, entries);
			// The page has no code for a tag too many; the one for a bad request is nearest.
			const full = done.some(([user, { tags }]) => {
				const kept = replaces ? [] : push.tagsOf(user);
				return new Set([...kept, ...tags]).size > maxTagsOfAUser;
			});
			if (full) return refuse(90001, 'a user would have more than 100 tags');
			for (const [user, { tags }] of done) {
				if (replaces) push.tagsOf(user).clear();
				for (const tag of tags) {
					claimType(call, push.tagTypes, tag, user);
					push.tagsOf(user).add(tag);
				}
			}
			return responseWith({}, failed);
		},
	};

	/** Getting User Tags (60567, 67820). */
	const getTags: Endpoint = {
		...tagRules,
		path: family.path('im_get_tag', 'get_tag'),
		fields: ['To_Account'],
		handle(call: Call): Outcome {
			const users = readUsers(call.body.To_Account);
			if ('code' in users) return users;
			const { done, failed } = sorted(call, family, users, (user) => user);
			const UserTags = done.map((user): JsonObject => ({
				To_Account: user,
				Tags: [...call.state.push.tagsOf(user)],
			}));
			return responseWith({ UserTags }, failed);
		},
	};

	/** Deleting User Tags (60569, 67822). */
	const removeTags: Endpoint = {
		...tagRules,
		path: family.path('im_remove_tag', 'remove_tag'),
		fields: ['UserTags'],
		handle(call: Call): Outcome {
			const entries = readEntries(call.body.UserTags, 'Tags', readTags);
			if ('code' in entries) return entries;
			const { done, failed } = changed(call, entries);
			for (const [user, { tags }] of done) {
				for (const tag of tags) call.state.push.tagsOf(user).delete(tag);
			}
			return responseWith({}, failed);
		},
	};

	/** Deleting All Tags of a User (60570, 67823). */
	const removeAllTags: Endpoint = {
		...tagRules,
		path: family.path('im_remove_all_tags', 'clear_all_tags'),
		fields: ['To_Account'],
		handle(call: Call): Outcome {
			const users = readUsers(call.body.To_Account);
			if ('code' in users) return users;
			const { done, failed } = sorted(call, family, users, (user) => user);
			for (const user of done) call.state.push.tagsOf(user).clear();
			return responseWith({}, failed);
		},
	};

	return [addTags, getTags, removeTags, removeAllTags];
}

export const tagEndpoints: readonly Endpoint[] = [olderFamily, newerFamily].flatMap(tagCommands);
