import { fromParameter, type IWebhookDescription, webhookDescriptionFields } from 'n8n-workflow';

type ResponseMode = Pick<IWebhookDescription, 'responseMode'>;

const expression: ResponseMode = { responseMode: '={{ $parameter["responseMode"] }}' };

/**
 * `responseMode` of the webhook: that of the panel. An n8n that has the means reads it from the
 * parameters; an older one evaluates the expression, in a sandbox at each call.
 */
export const responseModeOfPanel: ResponseMode =
	typeof webhookDescriptionFields === 'function'
		? webhookDescriptionFields({ responseMode: fromParameter('responseMode') })
		: expression;
