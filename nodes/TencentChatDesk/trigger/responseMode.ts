import { fromParameter, type IWebhookDescription, webhookDescriptionFields } from 'n8n-workflow';

type ResponseMode = Pick<IWebhookDescription, 'responseMode'>;

/** That of a panel without the control, which new triggers show for events that wait only. */
const atOnce = 'onReceived';

const expression: ResponseMode = {
	responseMode: `={{$parameter["responseMode"] || "${atOnce}"}}`,
};

/**
 * `responseMode` of the webhook: that of the panel. An n8n that has the means reads it from the
 * parameters; an older one evaluates the expression, in a sandbox at each call.
 */
export const responseModeOfPanel: ResponseMode =
	typeof webhookDescriptionFields === 'function'
		? webhookDescriptionFields({ responseMode: fromParameter('responseMode', atOnce) })
		: expression;
