import type { IWebhookDescription } from 'n8n-workflow';

/** n8n finds the node that waits by its ID at the end of the link's path. */
const answering = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/**
 * The two ways in which a waiting execution is called: a browser that opens the page, and the page
 * that sends the answer. Any other method reaches nothing.
 */
export const answerWebhooks: IWebhookDescription[] = [
	{ ...answering, httpMethod: 'GET' },
	{ ...answering, httpMethod: 'POST' },
];

/** What the canvas shows at the node while it waits. */
export const waitingTooltip =
	'={{ $parameter["operation"] === "sendAndWait" ? "Execution will continue after the user\'s response" : "" }}';
