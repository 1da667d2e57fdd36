import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';

/** What is said where n8n was given an address that no browser opens. */
export const noWebAddress = (): InvalidParameter =>
	new InvalidParameter(
		'WEBHOOK_URL of this n8n is no web address',
		'Set the environment variable WEBHOOK_URL to the address at which others reach n8n, with https:// in front, such as https://n8n.example.com/, and start n8n again; in queue mode, the workers too. The link of a question begins with it.',
	);

/**
 * Whether n8n failed because of that address. It makes addresses of its own for each node that it
 * runs, so the node learns of it when it reads its first parameter.
 */
export function isAboutWebAddress(error: unknown): boolean {
	const { code } = (error ?? {}) as { code?: unknown };
	return code === 'ERR_INVALID_URL';
}

/** Where n8n keeps the addresses that it makes links from; not part of its public interface. */
interface WithAddresses {
	additionalData?: { webhookWaitingBaseUrl?: unknown; formWaitingBaseUrl?: unknown };
}

/**
 * Lets n8n put failed items on the error output. It makes links for that too, and falls over the
 * same address again; then it passes the input on as if the node had done its work. So what lacks
 * a protocol gets one, for the rest of this execution. An n8n that keeps its addresses elsewhere is
 * left as it is.
 */
export function letFailuresOut(context: IExecuteFunctions): void {
	const { additionalData } = context as WithAddresses;
	if (typeof additionalData !== 'object' || additionalData === null) return;
	for (const name of ['webhookWaitingBaseUrl', 'formWaitingBaseUrl'] as const) {
		const { [name]: address } = additionalData;
		if (typeof address !== 'string' || URL.canParse(address)) continue;
		const completed = `https://${address}`;
		if (URL.canParse(completed)) additionalData[name] = completed;
	}
}
