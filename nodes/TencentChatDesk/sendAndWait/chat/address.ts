import type { IExecuteFunctions } from 'n8n-workflow';
import { noWebAddress } from '../../delivery/errors/webhookUrl';

/** n8n's address of waiting executions ends with the execution and the node. */
const ownParts = 2;

/** The part of a link that tells the execution: everything below n8n's address, with the signature. */
export function pathOf(link: string): string {
	const { pathname, search } = new URL(link);
	return `/${pathname.split('/').slice(-ownParts).join('/')}${search}`;
}

/**
 * Where the path of a ticket leads on this n8n. Its host comes from n8n alone.
 *
 * @returns undefined for a path that would lead elsewhere
 * @throws InvalidParameter where n8n's address is none
 */
export function addressOf(context: IExecuteFunctions, path: string): string | undefined {
	const link = context.getSignedResumeUrl();
	const own = URL.canParse(link) ? new URL(link) : undefined;
	if (!own || !/^https?:$/.test(own.protocol)) throw noWebAddress();
	const base = `${own.origin}${own.pathname.split('/').slice(0, -ownParts).join('/')}/`;
	const address = `${base}${path.slice(1)}`;
	if (!path.startsWith('/') || !URL.canParse(address)) return undefined;
	const { href } = new URL(address);
	return href.startsWith(base) ? href : undefined;
}
