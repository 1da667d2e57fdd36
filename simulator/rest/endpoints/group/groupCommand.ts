import type { Group } from '../../../state/groups';
import { command, text, type Rules } from '../../bodyRules';
import type { Call, Endpoint, Outcome } from '../../endpoint';
import { findGroup, findOrdinaryGroup } from './groupChecks';

interface Options {
	/** The service, where it is not that of groups. */
	service?: string;
	/** Whether live groups are refused. */
	ordinary?: true;
}

/** A command about one group, whose page prints 10004 for a bad body. */
export function groupCommand(
	name: string,
	rules: Rules,
	handle: (call: Call, group: Group) => Outcome | Promise<Outcome>,
	{ service = 'group_open_http_svc', ordinary }: Options = {},
): Endpoint {
	return command({
		path: `${service}/${name}`,
		badBody: 10004,
		rules: { GroupId: text, ...rules },
		handle(call) {
			const group = ordinary ? findOrdinaryGroup(call) : findGroup(call);
			return 'code' in group ? group : handle(call, group);
		},
	});
}
