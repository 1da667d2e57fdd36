import type { IDataObject } from 'n8n-workflow';
import type { Account } from '../../../../credentials/account';
import type { Body } from '../../contract';
import { readPreview } from '../../delivery/settings';
import type { Fields } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { pathOf } from './address';
import { withTicket } from './customData';
import { seal, type Place } from './ticket';

/** Where a message goes, whichever API it goes by. */
function placeOf(body: Body, { identifier }: Account): Place {
	const { SessionId, FromAccount, ToAccount, From_Account, To_Account } = body;
	if (SessionId !== undefined) return { session: String(SessionId) };
	return {
		from: String(FromAccount ?? From_Account ?? identifier),
		to: String(ToAccount ?? To_Account),
	};
}

const notKept = (option: string) =>
	new InvalidParameter(
		`With '${option}' the question is not in the history in which the answer looks for it`,
		`Remove '${option}', or set 'Answer' to 'On a Page'.`,
	);

/** The answer finds its question in the history of who asks: what is not kept there gets none. */
function refuseUnkept({ OnlineOnlyFlag, MsgLifeTime, SyncOtherMachine }: Body): void {
	if (OnlineOnlyFlag === 1) throw notKept('Online Only');
	if (MsgLifeTime === 0) throw notKept('Message Life Time (Seconds)');
	if (SyncOtherMachine === 2) throw notKept('Sync to Sender');
}

function refuseOtherData(extraBody: IDataObject = {}): void {
	if (!('CloudCustomData' in extraBody)) return;
	throw new InvalidParameter(
		"'Extra Body Fields (JSON)' holds CloudCustomData, which would take the place of the question's own",
		"Put it into the option 'Cloud Custom Data' as a JSON object.",
	);
}

/**
 * The body of a question that is answered in the chat: with the ticket that lets the answer in.
 *
 * @param link to the waiting execution
 * @param end moment at which the wait ends
 * @throws InvalidParameter where the message could carry no ticket, or nobody could find it
 */
export function withQuestion(
	body: Body,
	fields: Fields,
	account: Account,
	link: string,
	end: Date | undefined,
): Body {
	const { dryRun, extraBody } = readPreview(fields);
	refuseUnkept(body);
	refuseOtherData(extraBody);
	const ticket = { path: pathOf(link), ...(end ? { end: end.getTime() } : {}) };
	const sealed = seal(account, placeOf(body, account), ticket);
	// What a dry run puts out nobody may use; its size is right.
	const shown = dryRun ? ''.padEnd(sealed.length, '*') : sealed;
	return { ...body, CloudCustomData: withTicket(body.CloudCustomData, shown) };
}
