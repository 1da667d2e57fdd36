import { withoutAbsent } from '../../parameters/fields';
import { questionElements, questionOptions, questionProperties } from '../../sendAndWait/question';
import type { SingleOperation } from '../operation';
import { limitWaitTimeOption } from '../../sendAndWait/waitTime';
import { addressProperties, messageOptions, readAddress, readMessageOptions } from './fields';
import { sendMessage } from './sendMessage';

/** A message like any other, delivered by the same rules; the wait begins when it is sent. */
export const sendAndWait: SingleOperation = {
	...sendMessage,
	value: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send a desk message and wait for the response',
	description: 'Ask a customer in a Desk session, and continue when they answer',
	builderHint:
		'Asks the customer and pauses the workflow until the answer; the output is data.approved, data.option or data.text. Not for use as an AI tool: connect it as human review instead.',
	properties: [...addressProperties, ...questionProperties('card')],
	options: [...messageOptions, ...questionOptions, limitWaitTimeOption],
	waits: true,
	request: (fields, link) =>
		withoutAbsent({
			...readAddress(fields),
			MsgBody: questionElements(fields, link),
			...readMessageOptions(fields.collection('options', 'Options')),
		}),
};
