import { defaultCallbackSettings } from '../../../simulator/callbacks/settings';
import { enterCallbackUrls } from '../../harness/callbackUrls';
import { packageName } from '../../harness/project';

const workflow = (id: string, event: string) => ({
	nodes: [
		{
			id,
			name: id,
			type: `${packageName}.tencentChatDeskTrigger`,
			typeVersion: 3,
			position: [0, 0] as [number, number],
			webhookId: id,
			parameters: { events: [event] },
		},
	],
	connections: {},
});

describe('where the address of a workflow is entered', () => {
	it.each([
		['Desk.SessionEventNotify', 'deskUrl'],
		['customerWrites', 'deskUrl'],
		['C2C.CallbackAfterSendMsg', 'url'],
		['rating', 'url'],
		['*', 'url'],
	] as const)('%s: %s', (event, setting) => {
		const settings = defaultCallbackSettings();
		enterCallbackUrls(settings, [workflow('hook', event)], 'http://n8n');
		const { url, deskUrl } = settings;
		expect({ url, deskUrl }).toEqual({
			url: null,
			deskUrl: null,
			[setting]: expect.stringMatching(/^http:\/\/n8n\/webhook\/hook\/./),
		});
	});

	it('a workflow for ratings leaves that of all session events where it is', () => {
		const settings = defaultCallbackSettings();
		const workflows = [workflow('session', 'Desk.SessionEventNotify'), workflow('rated', 'rating')];
		enterCallbackUrls(settings, workflows, 'http://n8n');
		expect(settings.deskUrl).toContain('/session/');
		expect(settings.url).toContain('/rated/');
	});
});
