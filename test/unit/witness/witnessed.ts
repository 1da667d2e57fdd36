import { account } from './commands/account';
import { archive } from './commands/archive';
import { contact } from './commands/contact';
import { conversation } from './commands/conversation';
import { desk } from './commands/desk';
import { group } from './commands/group';
import { knowledgeBase } from './commands/knowledgeBase';
import { live } from './commands/live';
import { liveGroup } from './commands/liveGroup';
import { message } from './commands/message';
import { moderation } from './commands/moderation';
import { officialAccount } from './commands/officialAccount';
import { push } from './commands/push';
import { robot } from './commands/robot';
import { topic } from './commands/topic';
import { shapes } from './shapes';
import type { Sightings, Witnessed } from './sightings';

export const witnessed: Witnessed = {
	...account,
	...archive,
	...contact,
	...conversation,
	...desk,
	...group,
	...knowledgeBase,
	...live,
	...liveGroup,
	...message,
	...moderation,
	...officialAccount,
	...push,
	...robot,
	...topic,
};

const names = (...lists: Array<string | undefined>): string[] =>
	lists.flatMap((list) => list?.split(' ') ?? []).filter((name) => name !== '');

/** Every name with a witness among these. */
export const seenIn = ({ both, java, page, client }: Sightings): Set<string> =>
	new Set(names(both, java, page, client));

export const requiredIn = ({ required }: Sightings): string[] => names(required);

export const oldIn = ({ old }: Sightings): string[] => names(old);

/** Names inside message bodies and push settings, whatever command carries them. */
const seenInShapes = new Map(
	Object.entries(shapes).map(([shape, sightings]) => [shape, seenIn(sightings)]),
);

/** A name that the caller made up is seen where its holder is said to have such. */
function isSeen(name: string, seen: ReadonlySet<string>): boolean {
	return seen.has(name) || seen.has(name.replace(/\.[^.]*$/, '.*'));
}

/** Those of the names that no witness has for this command. */
export function unseen(path: string, sent: Iterable<string>, table = witnessed): string[] {
	const sightings = table[path];
	const seen = sightings ? seenIn(sightings) : new Set<string>();
	return [...sent].filter((name) => {
		const shape = seenInShapes.get(name.split('.')[0] ?? '');
		return !isSeen(name, shape && name.includes('.') ? shape : seen);
	});
}
