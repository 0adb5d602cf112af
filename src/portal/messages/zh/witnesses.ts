import type { Translated } from '../translated';
import type { en } from '../en';

export const witnesses: Translated<typeof en>['witnesses'] = {
  about:
    '见证保存它所见到的每个日志的最后检查点，核查日志此后只增不减，并加以会签。它在其机构选定的地方运行。',
  none: '尚无见证。',
  add: '添加见证',
  key: '其公钥',
  keyHint: '按命令打印的原样：名称、密钥标识与密钥，以加号相连。',
  of: '所属',
  added: '添加时间',
  ended: '已终止',
  end: '终止该见证',
};
