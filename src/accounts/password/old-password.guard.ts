import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { checkedBody } from '../credentials/checked-body';
import type { Viewer } from '../../platform/viewer';
import { OldPassword } from './old-password';
import { ChangePasswordBody } from './password.dto';

/** Checks the old password before the request's transaction opens: what is counted stays counted. */
@Injectable()
export class OldPasswordGuard implements CanActivate {
  constructor(private readonly oldPassword: OldPassword) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user: Viewer }>();
    const { old_password } = await checkedBody(request, ChangePasswordBody);
    await this.oldPassword.check(request.user, old_password, request.ip ?? '');
    return true;
  }
}
