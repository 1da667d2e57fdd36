import type { InvalidParameter } from '../../../nodes/TencentChatDesk/parameters/invalidParameter';
import type { Panel, PanelOfOperation } from './panel';
import { Inspector, submit, type WireCall } from './submission';

/** Fields of a body that the user writes by hand go out as they are. */
const isByHand = ({ key }: PanelOfOperation, panel: Panel) =>
	key === 'api.call' ||
	panel.messageType === 'json' ||
	[panel.options, panel.delivery].some((group) =>
		Object.hasOwn(Object(group) as object, 'extraBody'),
	);

function isFromPrototype(): boolean {
	return 'polluted' in {} || 'polluted' in Function.prototype;
}

/** Whether a number stands in a body that JSON cannot carry exactly. */
function holdsInexact(value: unknown): boolean {
	// From 1e21 on JSON writes an exponent: that is a measure, and no ID.
	if (typeof value === 'number') {
		return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21;
	}
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsInexact);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function complaintAboutError(
	{ labels }: PanelOfOperation,
	{ problem, advice, message }: InvalidParameter,
): string | undefined {
	const names = [...labels].map(escaped).join('|');
	const isNamed =
		new RegExp(`'(?:[^']*: )?(?:${names})'`).test(message) ||
		// What is too long for the API as a whole is no one control's fault.
		problem.startsWith('The message is too long');
	if (!isNamed) return `an error names no control: ${message}`;
	if (!/^[A-Z].+\.$/s.test(advice)) return `an error gives no advice: ${message}`;
	return message.length > 1000 ? 'an error has more than 1000 characters' : undefined;
}

async function complaintAboutCall(
	inspector: Inspector,
	call: WireCall,
): Promise<string | undefined> {
	if (!/^\w+\/\w+$/.test(call.path)) return `it calls ${call.path}`;
	if (holdsInexact(JSON.parse(call.text))) return 'a number is too large to be exact';
	return await inspector.complaint(call);
}

/**
 * What is wrong with the way in which an item is dealt with whose panel holds these values:
 * nothing is when it is refused with an error that helps, or makes calls that are well formed.
 */
export async function complaintAbout(
	of: PanelOfOperation,
	panel: Panel,
	inspector = new Inspector(),
): Promise<string | undefined> {
	let complaint: string | undefined;
	try {
		const submission = submit(of.operation, panel);
		if ('refused' in submission) complaint = complaintAboutError(of, submission.refused);
		if ('calls' in submission && !isByHand(of, panel)) {
			for (const call of submission.calls) complaint ??= await complaintAboutCall(inspector, call);
		}
	} catch (error) {
		complaint = `it throws ${error instanceof Error ? error.stack : String(error)}`;
	}
	if (isFromPrototype()) throw new Error('A prototype has been changed');
	return complaint;
}
