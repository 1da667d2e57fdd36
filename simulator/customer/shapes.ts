import { isInteger, isObject, type JsonObject } from '../json';
import { platforms } from './person';

/** What a field of a request from outside may hold; undefined stands for a field left out. */
type Check = (value: unknown) => boolean;

const filled: Check = (value) => typeof value === 'string' && value !== '';
const orAbsent =
	(check: Check): Check =>
	(value) =>
		value === undefined || check(value);
const oneOf = (...allowed: readonly string[]): Check => {
	return (value) => allowed.some((candidate) => candidate === value);
};

const common = {
	platform: orAbsent(oneOf(...platforms)),
	sdkAppId: orAbsent(isInteger),
};
const session = { ...common, sessionId: filled };

const fields = {
	write: {
		...common,
		from: orAbsent(filled),
		to: orAbsent(filled),
		serviceAccount: orAbsent(filled),
		sessionId: orAbsent(filled),
		groupId: orAbsent(filled),
		text: orAbsent((value) => typeof value === 'string'),
		msgBody: orAbsent(Array.isArray),
		cloudCustomData: orAbsent((value) => typeof value === 'string'),
	},
	endSession: session,
	askForAgent: session,
	read: { ...common, account: filled, peer: filled },
	presence: {
		...common,
		account: filled,
		online: (value: unknown) => typeof value === 'boolean',
		how: orAbsent(oneOf('Logout', 'LinkClose', 'TimeOut')),
	},
	recall: { platform: common.platform, conversationId: filled, msgKey: filled },
} satisfies Record<string, Record<string, Check>>;

export type ActionName = keyof typeof fields;

const knownPlaces = ['to', 'serviceAccount', 'sessionId', 'groupId'];

/** What is wrong with the body of an action, in words; nothing when the list is empty. */
export function problemsOf(action: ActionName, body: unknown): string[] {
	if (!isObject(body)) return ['the body must be a JSON object'];
	const checks: Record<string, Check> = fields[action];
	const unknown = Object.keys(body).filter((name) => !Object.hasOwn(checks, name));
	const wrong = Object.keys(checks).filter((name) => !checks[name]?.(body[name]));
	return [
		...unknown.map((name) => `there is no field "${name}"`),
		...wrong.map((name) => `"${name}" is missing or cannot have this value`),
		...(action === 'write' ? problemsOfMessage(body) : []),
	];
}

function problemsOfMessage(body: JsonObject): string[] {
	const places = knownPlaces.filter((name) => body[name] !== undefined);
	const contents = ['text', 'msgBody'].filter((name) => body[name] !== undefined);
	return [
		...(places.length === 1 ? [] : [`give one of ${knownPlaces.join(', ')}`]),
		...(contents.length === 1 ? [] : ['give text or msgBody']),
		...(body.from === undefined && body.sessionId === undefined ? ['"from" is missing'] : []),
	];
}
