import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome, RateLimit } from '../../contract';
import { withoutAbsent, type Fields } from '../../parameters/fields';
import { objectsIn } from '../../parameters/json';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';
import { partsAbout } from '../shared/failedParts';
import { adviceFor, partFailed } from '../shared/partialFailure';

/** Contacts take 200 calls a second for each command. Use Limits (1047/37172). */
export const contactRateLimit: RateLimit = { default: 100, max: 200 };

/** Writes to one owner at the same moment are refused (30008), so that they go one after another. */
export const ofOwner = ({ From_Account }: Body): string => JSON.stringify([From_Account]);

/** Whose contacts they are. */
export const ownerProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of the user whose contacts they are',
};

/** The other one. */
export const contactProperty: INodeProperties = {
	displayName: 'Contact User ID',
	name: 'contactUserId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. bob',
	description: 'User ID of the contact; items of one user share calls',
};

export const readOwner = (fields: Fields) => fields.id('userId', 'User ID');
export const readContact = (fields: Fields, label = contactProperty.displayName) =>
	fields.id('contactUserId', label);

/** The body of a command that takes an owner and a list of contacts. */
export const readOwnerAndContact = (fields: Fields, label?: string): Body => ({
	From_Account: readOwner(fields),
	To_Account: [readContact(fields, label)],
});

/** A command that takes several contacts of one user and gives a result for each. */
interface ContactResults {
	/** The field of the body that lists the contacts: their UserIDs, or objects with a `To_Account`. */
	list: 'To_Account' | 'AddFriendItem' | 'UpdateItem' | 'FollowItem';
	/** The field of the response with a result for each. */
	results: 'ResultItem' | 'InfoItem' | 'BlackListCheckItem' | 'FollowInfo';
	maxSize: number;
	/** What happened when a result is not good, as the end of a sentence about the contact. */
	failed: string;
	/** What a second call says of a contact for which the first one has done its work. */
	codeOfRepeat?: number;
	/** More for the output, from the result. */
	output?(result: IDataObject): Record<string, unknown>;
}

const contactsOf = (body: Body, list: string): string[] =>
	((body[list] ?? []) as Array<string | IDataObject>).map((entry) =>
		typeof entry === 'string' ? entry : String(entry.To_Account),
	);

const unmentioned = (data: IDataObject): Outcome => ({
	done: false,
	kind: 'lost',
	message: `Tencent's response says nothing of the contact '${String(data.To_Account)}'`,
	advice: "Look the contact up with 'Check' before running this item again.",
	data,
});

/** How items of one user share the calls of such a command, and what becomes of each. */
export function contactResults({
	list,
	results,
	maxSize,
	failed,
	codeOfRepeat,
	output = () => ({}),
}: ContactResults) {
	function interpret(response: ApiResponse, body: Body): Outcome {
		const { From_Account } = body;
		const [To_Account = ''] = contactsOf(body, list);
		const result = objectsIn(response[results]).find((entry) => entry.To_Account === To_Account);
		if (!result) return unmentioned({ From_Account, To_Account });
		const { ResultCode: _code, ResultInfo: _info, ...rest } = result;
		const good = withoutAbsent({ From_Account, ...rest, ...output(result) });
		const [part] = partsAbout(response, [To_Account]);
		if (!part) return { done: true, output: good };
		return {
			...partFailed(
				`The contact '${To_Account}' ${failed}`,
				adviceFor([part]),
				withoutAbsent({ ErrorCode: part.code, ErrorInfo: part.info, From_Account, To_Account }),
			),
			...(part.code !== undefined && part.code === codeOfRepeat && { doneBefore: good }),
			...(part.code !== undefined && { codes: [part.code] }),
		};
	}

	return {
		shape: 'batch',
		orderingKey: ofOwner,
		retry: { policy: 'idempotent' },
		rateLimit: contactRateLimit,
		batch: {
			maxSize,
			key: ({ [list]: _contacts, ...rest }) => JSON.stringify(rest),
			about: (body) => contactsOf(body, list),
			merge: joining(list),
			interpret: (response, bodies) => bodies.map((body) => interpret(response, body)),
		},
	} satisfies Partial<BatchOperation>;
}
