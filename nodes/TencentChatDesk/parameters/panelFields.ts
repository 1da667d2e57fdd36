import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { Fields } from './fields';

/** The parameters of a node outside an execution, where there are no items. */
export const parametersOf = (context: IHookFunctions | IWebhookFunctions): Fields =>
	new Fields((name) => context.getNodeParameter(name, ''), context.getTimezone());
