import type { IExecuteFunctions } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import { newUserSig } from '../../../credentials/userSig';
import type { LocalTask, Signer } from '../contract';
import type { Call } from './call';
import { itemErrorOf } from './errors/nodeErrors';
import { itemFields } from './itemFields';
import type { Results } from './results';
import type { Step } from './scheduling/dispatcher';

function signerOf(account: Account): Signer {
	const { sdkAppId, identifier } = account;
	return {
		sdkAppId,
		identifier,
		sign: (userId, seconds) =>
			newUserSig({ ...account, identifier: userId, signatureLifetime: seconds }),
	};
}

/** Makes the output of items that need no call, one at each step. */
export class LocalItems {
	private itemsRead = 0;
	private readonly signer: Signer;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly operation: LocalTask,
		account: Account,
		private readonly results: Results,
	) {
		this.signer = signerOf(account);
	}

	next(): Step<Call> {
		if (this.itemsRead >= this.results.stats.total) return 'end';
		const item = this.itemsRead++;
		try {
			const output = this.operation.make(itemFields(this.context, item), this.signer);
			this.results.done(item, [output]);
		} catch (error) {
			this.results.failed(item, itemErrorOf(error));
		}
		return 'settled';
	}
}
