import type { IDataObject } from 'n8n-workflow';
import type { Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import type { BatchOperation } from '../operation';
import { partsAbout } from '../shared/failedParts';
import { adviceFor, partFailed } from '../shared/partialFailure';
import { objectsIn } from '../../parameters/json';
import { unique, userIdProperty } from './userIdProperty';

const maxAccounts = 100;

interface AccountResults {
	/** Field of the body that lists the accounts. */
	field: 'CheckItem' | 'DeleteItem';
	/** What a good result says, beside the UserID. */
	output(result: Body): IDataObject;
	/** What happened when a result is not good, as the end of a sentence about the account. */
	failed: string;
	/** What a second call says of an account for which the first one has done its work. */
	codeOfRepeat?: number;
}

const unmentioned = (UserID: string): Outcome => ({
	done: false,
	kind: 'lost',
	message: `Tencent's response says nothing of the account '${UserID}'`,
	advice: "Look the account up with 'Check' before running this item again.",
	data: { UserID },
});

/** A command that takes a list of accounts and gives a `ResultItem` for each of them. */
export function accountResults({ field, output, failed, codeOfRepeat }: AccountResults) {
	const idsOf = (body: Body) => objectsIn(body[field]).map(({ UserID }) => UserID);

	function interpret(response: Body, body: Body): Outcome {
		const [UserID] = idsOf(body);
		const result = objectsIn(response.ResultItem).find((item) => item.UserID === UserID);
		if (!result) return unmentioned(UserID as string);
		const good = { UserID, ...output(result) };
		const [part] = partsAbout(response, [UserID]);
		if (!part) return { done: true, output: good };
		const message = `The account '${UserID as string}' ${failed}`;
		return {
			...partFailed(
				message,
				adviceFor([part]),
				withoutAbsent({ ErrorCode: part.code, ErrorInfo: part.info, UserID }),
			),
			...(part.code === codeOfRepeat && { doneBefore: good }),
		};
	}

	return {
		properties: [userIdProperty],
		options: [],
		shape: 'batch',
		request: (fields) => ({ [field]: [{ UserID: fields.id('userId', 'User ID') }] }),
		orderingKey: (body) => JSON.stringify(idsOf(body)),
		retry: { policy: 'idempotent' },
		rateLimit: { default: 50, max: 100 },
		batch: {
			maxSize: maxAccounts,
			key: () => '',
			merge: (bodies) => ({ [field]: unique(bodies.flatMap(idsOf)).map((UserID) => ({ UserID })) }),
			interpret: (response, bodies) => bodies.map((body) => interpret(response, body)),
		},
	} satisfies Partial<BatchOperation>;
}
