import type { IHookFunctions } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import { access, unreadable } from '../delivery/transport/access';
import { toNodeError, itemErrorOf, type ItemError } from '../delivery/errors/nodeErrors';
import { parametersOf } from '../parameters/panelFields';
import { liveCommands, LiveRegistration } from './liveRegistration';
import { readTriggerSettings } from './settings';
import { tokenOf } from './token';

const noLiveEvents = new InvalidParameter(
	"'Events' holds no Live event",
	"Choose the Live events or the message events of groups that are to be registered, or turn 'Register the URL for Live' off.",
);

const noUrl = new InvalidParameter(
	'n8n gives this trigger no Production URL',
	'Save the workflow and publish it again.',
);

/** Whether the Live URL is to be entered: on activation, never for a test. */
export function registers(context: IHookFunctions): boolean {
	const isTest = context.getMode() === 'manual';
	return !isTest && context.getNodeParameter('registerLive', false) === true;
}

async function tryToActivate(context: IHookFunctions): Promise<ItemError | undefined> {
	const { events, letGiftsPass } = readTriggerSettings(parametersOf(context));
	const commands = liveCommands(events, letGiftsPass);
	if (commands.length === 0) return noLiveEvents;
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) return noUrl;
	const { client, credentials } = await access(context);
	const { failure } = await new LiveRegistration(client, url).add(commands, tokenOf(credentials));
	return failure;
}

/** @throws NodeError that says why the URL could not be entered; the workflow stays inactive then */
export async function activate(context: IHookFunctions): Promise<boolean> {
	let failure: ItemError | undefined;
	try {
		failure = await tryToActivate(context);
	} catch (error) {
		throw toNodeError(context.getNode(), itemErrorOf(error, unreadable.advice), undefined);
	}
	if (failure) throw toNodeError(context.getNode(), failure, undefined);
	return true;
}

/** Takes the URL out again where it still is this one. A workflow can be deactivated regardless. */
export async function deactivate(context: IHookFunctions): Promise<boolean> {
	const url = context.getNodeWebhookUrl('default');
	if (!registers(context) || url === undefined) return true;
	const { client } = await access(context);
	const { failure } = await new LiveRegistration(client, url).remove();
	return failure === undefined;
}
