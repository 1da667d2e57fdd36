import type { INodeTypeDescription } from 'n8n-workflow';
import { eventTitles } from './eventOptions';

/** The page that says how to set the trigger up. */
export const setUpPage =
	'https://github.com/n8n-nodes-tencent-chat-desk/n8n-nodes-tencent-chat-desk/blob/main/docs/trigger.md';

const testing =
	"<b>While you build:</b> enter the <i>Test URL</i> in Tencent's console, click the button, then write as a customer or do what the event needs. Nothing comes before the URL is entered there.";
const running =
	"<b>To run for good:</b> publish the workflow and enter the <i>Production URL</i> in Tencent's console, in place of the test one.";

export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Get an event from Tencent',
	executionsHelp: {
		inactive: `${testing}<br><br>${running}`,
		active: `${testing}<br><br><b>The workflow is published:</b> what comes to the <i>Production URL</i> is in the <a data-key="executions">executions list</a>, and not in the editor.`,
	},
	activationHint: {
		inactive:
			"Once the workflow is ready, publish it and enter the Production URL in Tencent's console. Then it runs for every event.",
		active:
			'The workflow is published. It runs for every event that Tencent sends to the Production URL.',
	},
};

export const waitingForTest = 'Waiting for Tencent to call the Test URL, as entered in its console';

export const publishedMessage =
	"Tencent's events start the workflow as soon as the Production URL is entered in its console.";

/** What the canvas shows below the trigger: its events in words. */
export const subtitle = `={{ $parameter["events"].map((event) => (${JSON.stringify(eventTitles)})[event] ?? event).join(", ") }}`;
