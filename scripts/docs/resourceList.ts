import { resources } from '../../nodes/TencentChatDesk/operations';
import type { Resource } from '../../nodes/TencentChatDesk/operations/operation';
import { anchorOf } from '../../test/harness/markdown';

/** "Quick Reply Category" -> `quick-reply-category.md`, by the name that the picker shows. */
export const pageOf = ({ name }: Resource): string => `${anchorOf(name)}.md`;

/** How many operations the node has. */
export const operationCount = resources.reduce((sum, { operations }) => sum + operations.length, 0);
