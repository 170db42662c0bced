#!/bin/bash
# Is the service at this port ready? In bash alone, since the base image need not have curl, and a JVM would cost a second.
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 3 _ status _ <&3 && [ "$status" = 200 ]
