import type { IDataObject } from 'n8n-workflow';
import type { Body, Meaning } from '../../contract';
import type { Operation } from '../operation';
import { adviceFor, partFailed } from '../shared/partialFailure';
import { objectsIn } from '../shared/records';
import { unique, userIdProperty } from './userIdProperty';

const mostAccounts = 100;

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

/** A command that takes a list of accounts and gives a `ResultItem` for each of them. */
export function accountResults({ field, output, failed, codeOfRepeat }: AccountResults) {
	const idsOf = (body: Body) => objectsIn(body[field]).map(({ UserID }) => UserID);

	function meaning(answer: Body, body: Body): Meaning {
		const [UserID] = idsOf(body);
		const result = objectsIn(answer.ResultItem).find((item) => item.UserID === UserID) ?? {};
		const { ResultCode, ResultInfo } = result;
		const good = { UserID, ...output(result) };
		if (ResultCode === 0) return { done: true, output: good };
		const message = `The account '${UserID as string}' ${failed}`;
		return {
			...partFailed(message, adviceFor([ResultCode]), {
				ErrorCode: ResultCode,
				ErrorInfo: ResultInfo,
				UserID,
			}),
			...(ResultCode === codeOfRepeat && { doneBefore: good }),
		};
	}

	return {
		properties: [userIdProperty],
		options: [],
		request: (fields) => ({ [field]: [{ UserID: fields.id('userId', 'User ID') }] }),
		conversation: (body) => JSON.stringify(idsOf(body)),
		repeat: { rule: 'idempotent' },
		pace: { usual: 50, documentedLimit: 100 },
		meaning,
		shared: {
			most: mostAccounts,
			key: () => '',
			join: (bodies) => ({ [field]: unique(bodies.flatMap(idsOf)).map((UserID) => ({ UserID })) }),
			meanings: (answer, bodies) => bodies.map((body) => meaning(answer, body)),
		},
	} satisfies Partial<Operation>;
}
