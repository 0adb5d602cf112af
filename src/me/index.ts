export { DescribeMe } from './describe-me';
export { MeModule } from './me.module';
export type { MeView } from './me.view';
